import Model
import OpenData
import Pages
import Results

extension PagePlan {
    /// The way in to the data, at `/api/oparl/`, and the lists of all objects: data without a page.
    mutating func planOpenData() {
        add(.twin(of: OParl.system) { $0.writeSystem(into: &$1) })
        add(.twin(of: OParl.bodies) { $0.writeBodies(into: &$1) })
        add(.twin(of: OParl.body) { $0.writeBody(into: &$1) })
        let oparl = context.data.oparl
        for list in OParl.List.allCases {
            let (count, asked) = Asking.recording { oparl.pages(of: list) }
            for page in 1...count {
                add(PageFile(oparl.path(of: list, page: page)) { $0.data.oparl.write(list, page: page, into: &$1) })
                noteAsked(asked)
            }
        }
    }
}
