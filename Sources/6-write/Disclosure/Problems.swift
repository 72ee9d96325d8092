import Diagnostics

/// What of withheld sources would be known from a site.
enum DisclosureProblem: Problem {
    /// A file of the site, and how many others.
    case disclosed(file: String, others: Int)
    case copied
}

extension DisclosureProblem {
    var code: String {
        switch self {
        case .disclosed: "E560"
        case .copied: "E561"
        }
    }

    var message: String {
        switch self {
        case .disclosed(let file, let others): "something of this exempt source would stand in the site: in /\(file)" + (others > 0 ? " and \(others) other file\(others > 1 ? "s" : "")" : "")
        case .copied: "25 words in a row here stand in an exempt source, too"
        }
    }

    var remedy: String {
        switch self {
        case .disclosed: "The site was not replaced. If its words or its name may be read, they must stand in a public source. If not, this is a fault of Moot: please report it, without the words."
        case .copied: "Take them out here. If all may read them, add “classification: unrestricted” to the head, or “Public: yes” to the item or minute."
        }
    }
}
