import Diagnostics
import Linking
import Markdown
import Model

/// Whether the texts of pictures say what these show, and whether they are small enough to load on the way.
enum Pictures {
    /// In bytes.
    private static let largest = 1_000_000
    private static let endings: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "avif", "heic", "emf", "wmf"]
    private static let empty: Set<String> = [
        "image", "picture", "photo", "photograph", "graphic", "img", "screenshot", "screen shot", "chart", "graph", "diagram", "figure", "untitled", "icon",
        "clip art", "clipart", "logo", "map", "table", "infographic", "pic", "alt", "alt text", "image description",
    ]

    static func findings(in document: Document, links: DocumentLinks, files: FileSizes) -> [Diagnostic] {
        zip(document.images.indices, document.images).flatMap { number, image -> [Diagnostic] in
            var problems: [WritingProblem] = []
            if saysNothing(image) { problems.append(.alternativeSaysNothing(image.alternative)) }
            if links.images.indices.contains(number), let size = files.size(of: links.images[number]), size > largest {
                problems.append(.largePicture(name: SourcePath.name(image.source), kilobytes: size / 1000))
            }
            return problems.map { Diagnostic($0, at: image.location) }
        }
    }

    /// A file's name, or a word that any picture could have. That there is no text at all is said elsewhere.
    private static func saysNothing(_ image: Image) -> Bool {
        let text = image.alternative
        guard !text.isEmpty, !image.isMissing, text.utf8.count <= 80 else { return false }
        if endings.contains(SourcePath.ending(text)), !text.contains(" ") || text == SourcePath.name(image.source) { return true }
        let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        return empty.contains(words) || isCameraName(text)
    }

    /// `IMG_2034`, `DSC01234`.
    private static func isCameraName(_ text: String) -> Bool {
        let letters = text.prefix { $0.isLetter }.uppercased()
        let rest = text.dropFirst(letters.count)
        return ["IMG", "DSC", "DSCN", "DSCF", "PXL", "SCAN", "IMAGE"].contains(letters) && rest.contains(where: \.isNumber)
            && rest.allSatisfy { $0.isNumber || $0 == "_" || $0 == "-" }
    }
}
