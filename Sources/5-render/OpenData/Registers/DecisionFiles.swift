import Facts
import Formats
import Linking
import Markdown
import Model
import Registers

extension OpenData {
    package static let decisionsPage = Route.decisions().address

    /// Every decision, or those of some meetings' years.
    package func decisionsCSV(_ decisions: some Sequence<DecisionEntry>, into out: inout [UInt8]) {
        var csv = CSV(header: [
            "date", "committee", "minute", "title", "kind", "decision", "item", "purpose", "key decision", "vote", "for", "against", "abstaining", "address",
        ])
        for entry in decisions {
            let record = registers.minutes(entry.position)
            guard case .decision(let decision) = record.part(entry.part, of: entry.position) else { continue }
            let vote = registers.vote(of: entry)
            csv.append([
                record.meeting.date.iso, record.record.committeeName, record.minuteNumber(entry.position) ?? "", record.minuteTitle(entry.position), decision.kind.rawValue,
                decision.text.plainText, itemWords(entry.position.item, of: record.record), entry.purpose?.code ?? "",
                entry.isKey.map { $0 ? "yes" : "no" } ?? "", vote.map(words) ?? "", total(.for, vote), total(.against, vote),
                total(.abstaining, vote), url(record.meeting.minutesAddress, decision.anchor),
            ])
        }
        csv.write(into: &out)
    }

    private func total(_ side: Vote.Side, _ vote: Vote?) -> String {
        vote?.counts.first { $0.side == side }.map { String($0.total) } ?? ""
    }

    /// A vote as printed, without its opening word; the sides of a list with semicolons between.
    package func words(_ vote: Vote) -> String {
        let sides = vote.text.blocks.flatMap { block in
            block.kind == .list ? block.children.filter { $0.kind == .item }.map(\.plainText) : [block.plainText.afterOpeningWord]
        }
        return sides.map { $0.trimmingSuffixBlanks }.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    package func decisionsJSON(_ name: String, at address: Address, _ decisions: some Sequence<DecisionEntry>, into out: inout [UInt8]) {
        register(name, at: address, decisions, into: &out) { json, entry in
            let record = registers.minutes(entry.position)
            guard case .decision(let decision) = record.part(entry.part, of: entry.position) else { return }
            json.member("name", record.minuteTitle(entry.position))
            json.member("web", joining: baseURL, record.meeting.minutesAddress.path, "#", decision.anchor)
            json.member("result", decision.kind.rawValue)
            json.member("resolutionText", utf8: decision.text.plainBytes)
            json.member("moot:minute", record.minuteNumber(entry.position))
            members(of: record.record, into: &json)
            member(item: entry.position.item, of: record.record, into: &json)
            json.member("moot:purpose", entry.purpose?.code)
            if let isKey = entry.isKey { json.member("moot:keyDecision", isKey) }
            if let vote = registers.vote(of: entry) { json.object("moot:vote") { write(vote, into: &$0) } }
        }
    }

    /// A vote's words, and its sides where they could be read.
    package func write(_ vote: Vote, into json: inout JSONWriter) {
        json.member("moot:text", words(vote))
        for count in vote.counts {
            json.object("moot:\(count.side.rawValue)") { json in
                json.member("moot:count", count.total)
                json.texts("moot:names", count.names)
            }
        }
    }
}

extension String {
    var trimmingSuffixBlanks: String {
        var text = self
        while text.last == " " || text.last == "\n" { text.removeLast() }
        return text
    }

    /// Without "VOTE:" at the front.
    var afterOpeningWord: String {
        guard let end = utf8.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") || $0 == 10 }) else { return self }
        return String(self[end...].drop { ": –—\n".contains($0) })
    }
}
