import Markdown
import Model
import Permalinks
import Templates

/// When a text was published and changed.
struct HistoryView: Templated {
    let published: DayView
    let changed: DayView
    let corrections: [CorrectionView]

    static let shape = Shape<HistoryView>("history", "When a text was published and changed.", [
        .record("published", "When it was first published.", DayView.self) { $0.published },
        .record("changed", "When it was last changed.", DayView.self) { $0.changed },
        .flag("hasCorrections", "Whether it says itself what was corrected.") { !$0.corrections.isEmpty },
        .list("corrections", "What it says was corrected.", CorrectionView.self) { $0.corrections },
    ])
}

struct CorrectionView: Templated {
    let number: Int
    let text: String
    let href: String

    static let shape = Shape<CorrectionView>("correction", "What a text says was corrected in it.", [
        .text("number", "Which one it is, from 1.") { String($0.number) },
        .text("text", "What it says, without the word at its head.") { $0.text },
        .text("href", "Where it stands.") { $0.href },
    ])
}

/// A place that is no longer on the page: shown only to those whom a link leads there.
struct FormerPartView: Templated {
    let anchor: String
    let target: String?
    let reason: String?

    static let shape = Shape<FormerPartView>("former part", "A place that is no longer on the page, from `redirects.yml`.", [
        .text("anchor", "Its anchor.") { $0.anchor },
        .optionalText("target", "Where it is now.") { $0.target },
        .optionalText("reason", "Why it is gone.") { $0.reason },
    ])
}

extension PageBuilder {
    func history(of address: Address) -> HistoryView? {
        guard let (published, changed) = publication.change(of: address), let text = publication.texts[address.path] else { return nil }
        return HistoryView(published: day(published), changed: day(changed), corrections: corrections(in: text.parts))
    }

    private func corrections(in parts: [AddressedText.Part]) -> [CorrectionView] {
        let all = parts.flatMap { part in
            part.document.corrections.enumerated().map { at, block in
                (text: block.plainText.withoutCorrectionMark, href: "#" + part.prefix + Callout.anchor(ofCorrection: at + 1))
            }
        }
        return all.enumerated().map { CorrectionView(number: $0 + 1, text: $1.text, href: $1.href) }
    }

    func formerParts(of address: Address) -> [FormerPartView] {
        publication.formerParts(of: address).map { part in
            switch part.outcome {
            case .moved(let to): FormerPartView(anchor: part.fragment ?? "", target: href(to: to, on: address), reason: nil)
            case .gone(let why): FormerPartView(anchor: part.fragment ?? "", target: nil, reason: why)
            }
        }
    }

    /// Where an entry of `redirects.yml` leads, as an address relative to a page.
    func href(to target: String, on page: Address) -> String {
        if target.contains("://") { return target }
        let (path, fragment) = SourcePath.split(target)
        let way = path.asPagePath == page.path && fragment != nil ? "" : page.reference(to: path.asPagePath.percentEncoded)
        return way + (fragment.map { "#" + $0 } ?? "")
    }
}

extension String {
    /// Without "Correction:" at the front.
    fileprivate var withoutCorrectionMark: String {
        let words = drop { $0 == " " || $0 == "\n" }
        guard let colon = words.firstIndex(of: ":"), words[..<colon].lowercased().hasPrefix("correction") else { return String(words) }
        return String(words[words.index(after: colon)...].drop { $0 == " " || $0 == "\n" })
    }
}
