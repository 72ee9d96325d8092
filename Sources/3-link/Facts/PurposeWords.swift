import Model

extension OpenBusiness.Purpose {
    /// As sources and data files write it.
    package var code: String {
        switch self {
        case .decision: "decision"
        case .consideration: "consideration"
        case .information: "information"
        case .other(let words): words
        }
    }

    /// As people read it.
    package var words: String {
        switch self {
        case .decision: "For decision"
        case .consideration: "For consideration"
        case .information: "For information"
        case .other(let words): words
        }
    }
}
