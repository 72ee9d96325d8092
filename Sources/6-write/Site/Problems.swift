import Diagnostics

/// What can go wrong while the site is made.
package enum SiteProblem: Problem, Error {
    case unreadable(reason: String)
    case cannotWrite(reason: String)
    case notOurs(String)
    case busy
    case outputHoldsSources
    case twoFilesOneAddress(String)
    case notRendered(String)
    case noTemplates
    case leadsOutOfStatics
    case noCrest(String, nearest: String?)
}

extension SiteProblem {
    package var code: String {
        switch self {
        case .unreadable: "E501"
        case .cannotWrite: "E502"
        case .notOurs: "E503"
        case .busy: "E504"
        case .outputHoldsSources: "E505"
        case .twoFilesOneAddress: "E506"
        case .notRendered: "E507"
        case .noTemplates: "E508"
        case .leadsOutOfStatics: "E509"
        case .noCrest: "E510"
        }
    }

    package var message: String {
        switch self {
        case .unreadable(let reason): "this cannot be read: \(reason)"
        case .cannotWrite(let reason): "the site cannot be written: \(reason)"
        case .notOurs(let path): "“\(path)” is there already, and Moot did not make it"
        case .busy: "another build of this site is running"
        case .outputHoldsSources: "the output folder holds the sources, or lies within them"
        case .twoFilesOneAddress(let path): "two files want the address /\(path)"
        case .noTemplates: "there are no templates here"
        case .noCrest(let name, _): "there is no file “\(name)” among the static files"
        case .leadsOutOfStatics: "this link leads out of the folder of static files"
        case .notRendered(let reason): "this page cannot be made: \(reason)"
        }
    }

    package var remedy: String {
        switch self {
        case .unreadable: "Check that the file is there and that you may read it."
        case .cannotWrite: "The site that was there is as it was. Mend the disk or choose another folder with --output, and build again."
        case .notOurs: "Nothing was changed. Choose another folder with --output, or empty this one yourself."
        case .busy: "Wait until it has ended, and build again if you changed anything since."
        case .outputHoldsSources: "Choose a folder of its own with --output."
        case .twoFilesOneAddress: "Rename one of them."
        case .noTemplates: "Run moot in the folder that holds Content, or name the folder of the templates with --templates."
        case .noCrest(_, let nearest): nearest.map { "Did you mean “\($0)”?" } ?? "Put the picture into the folder Public, or into the one that --public names."
        case .leadsOutOfStatics: "Put a copy of the file here: what lies elsewhere might not be meant for the public."
        case .notRendered: "This is a fault of the templates: parts that include each other without end."
        }
    }
}
