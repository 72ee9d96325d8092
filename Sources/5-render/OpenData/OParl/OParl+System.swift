import Formats
import Linking
import Model

extension OParl {
    /// The lists of all objects of a kind. The name is that of the body's member which leads to it.
    package enum List: String, CaseIterable, Sendable {
        case organization, person, meeting, paper, agendaItem, consultation, file, membership

        var address: Address { Route.oparl(.list(rawValue, page: 1)).address }
    }

    /// Where a client begins.
    package func writeSystem(into out: inout [UInt8]) {
        let authority = archive.authority
        JSONWriter.object(into: &out) { json in
            begin("System", at: OParl.system, &json)
            json.member("oparlVersion", OParl.schema)
            reference("body", to: OParl.bodies, &json)
            json.member("name", authority.name)
            json.member("contactEmail", authority.contact?.email)
            json.member("contactName", authority.contact?.name)
            link("website", to: "", &json)
            link("web", to: "", &json)
        }
    }

    /// The list of the one body.
    package static let bodies = Route.oparl(.bodies).address

    package func writeBodies(into out: inout [UInt8]) {
        writeList(OParl.bodies, 1, of: 1, pages: 1, web: .home, into: &out) { json in json.object { body(&$0) } }
    }

    package func writeBody(into out: inout [UInt8]) { JSONWriter.object(into: &out) { body(&$0) } }

    private func body(_ json: inout JSONWriter) {
        let authority = archive.authority
        begin("Body", at: OParl.body, &json)
        reference("system", to: OParl.system, &json)
        json.member("name", authority.name)
        link("website", to: "", &json)
        json.member("contactEmail", authority.contact?.email)
        json.member("contactName", authority.contact?.name)
        for list in List.allCases { reference(list.rawValue, to: list.address, &json) }
        // Sources say nothing of terms of office.
        json.array("legislativeTerm") { _ in }
        let councils = archive.committees.filter { $0.kind == .council }
        if councils.count == 1 { reference("mainOrganization", to: councils[0].address, &json) }
        link("web", to: "", &json)
        reference("moot:strategy", to: OParl.strategies, &json)
        let loose = files.owned(by: OParl.body)
        if !loose.isEmpty {
            json.array("moot:file") { json in
                for file in loose { json.object { attachment(file, .within, &$0) } }
            }
        }
    }
}
