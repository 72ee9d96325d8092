// swift-tools-version: 6.2
import PackageDescription

/// A target of our own, in its folder of `Sources`. Each is held to the same bar: Swift 6 mode (complete concurrency checking), and no
/// warning.
func room(_ name: String, in folder: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(folder)/\(name)", exclude: exclude,
        swiftSettings: [.treatAllWarnings(as: .error)])
}

/// A library of the system, found by pkg-config.
func library(_ name: String, pkgConfig: String? = nil, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, path: "Sources/c/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: [.treatAllWarnings(as: .error)])
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Moot",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "moot", targets: ["moot"]),
        // For the benchmarks.
        .library(name: "MootTemplates", targets: ["Templates"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    // In the order in which data flows: a target imports nothing from a folder that comes after its own. Tests/ArchitectureTests keeps it.
    targets: [
        library("CMark", pkgConfig: "libcmark", apt: "libcmark-dev", brew: "cmark"),
        library("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
        library("CStemmer", apt: "libstemmer-dev", brew: "snowball"),
        .target(name: "CSystem", path: "Sources/c/CSystem"),
        .target(name: "CAssets", path: "Sources/c/CAssets", exclude: ["list-files"]),

        room("Text", in: "support"),
        room("Results", in: "support", ["CSystem", "Text"]),
        room("Platform", in: "support", ["CSystem", "Results"]),
        room("Diagnostics", in: "support", ["Text"]),
        room("Formats", in: "support", ["CDeflate", "Text"]),
        room("Assets", in: "support", ["CAssets", "Platform"]),

        room("Markdown", in: "1-model", ["CMark", "CSystem", "Diagnostics", "Results", "Text"]),
        room("Model", in: "1-model", ["Diagnostics", "Markdown", "Results", "Text"]),

        room("PublicationRecord", in: "2-read", ["Platform", "Diagnostics", "Model", "Text"]),
        room("Vocabulary", in: "2-read", ["Assets", "Text"], exclude: ["Words"]),
        room("Reading", in: "2-read", ["Platform", "Diagnostics", "Markdown", "Model", "PublicationRecord", "Results", "Text", "Vocabulary", yams]),

        room("Linking", in: "3-link", ["Platform", "Diagnostics", "Markdown", "Model", "Results", "Text"]),
        room("Facts", in: "3-link", ["Platform", "Model", "Linking"]),
        room("Registers", in: "3-link", ["Platform", "Model", "Linking", "Facts"]),

        room("MeetingChecks", in: "4-check", ["Diagnostics", "Markdown", "Platform", "Model", "Linking", "Facts", "Text"]),
        room("TextChecks", in: "4-check", ["Diagnostics", "Markdown", "Platform", "Model", "Linking", "Results", "Text"]),
        room("Permalinks", in: "4-check", ["Diagnostics", "Facts", "Markdown", "Model", "PublicationRecord", "Results", "Text"]),
        room("Attachments", in: "4-check", ["CAssets", "Diagnostics", "Linking", "Model", "Platform", "Reading", "Results", "Text"], exclude: ["Reader"]),
        room("Theming", in: "4-check", ["Diagnostics", "Model"]),

        room("Templates", in: "5-render", ["Diagnostics", "Text"]),
        room("OpenData", in: "5-render", ["Platform", "Results", "Formats", "Text", "Markdown", "Model", "Linking", "Facts", "Registers"]),
        room("Search", in: "5-render", ["CStemmer", "Platform", "Formats", "Results", "Text"]),
        room("SearchText", in: "5-render", ["Platform", "Markdown", "Model", "Linking", "Facts", "Registers", "Search"]),
        room("Pages", in: "5-render", [
            "Platform", "Diagnostics", "Formats", "Results", "Text", "Markdown", "Templates", "Model", "Linking", "Facts", "Registers", "OpenData", "Permalinks",
        ]),
        room("PDF", in: "5-render", ["CAssets", "Platform", "Diagnostics", "Text"], exclude: ["WeasyPrint"]),

        room("Disclosure", in: "6-write", ["Platform", "Diagnostics", "Formats", "Model", "Text", "Vocabulary"]),

        room("Site", in: "6-write", [
            "Disclosure",
            "Platform", "Diagnostics", "Formats", "Results", "Text", "Markdown", "Templates", "Model", "Reading", "Linking", "Facts", "OpenData", "Search",
            "SearchText", "Pages", "Permalinks", "Theming", "PDF",
        ]),

        room("LastBuild", in: "6-write", ["Platform", "Diagnostics", "Results", "Text"]),

        room("Starters", in: "authoring", ["Platform", "Diagnostics", "Formats", "Model", "Reading", "Facts", "Assets", "Text"]),
        room("Fixes", in: "authoring", ["Markdown", "Platform", "Model", "Linking", "Reading"]),
        room("Preview", in: "authoring", [
            "Attachments", "Platform", "Diagnostics", "Markdown", "Model", "Reading", "Linking", "Facts", "MeetingChecks", "TextChecks", "Pages", "Site",
        ]),
        room("PreviewServer", in: "authoring", ["CAssets", "Diagnostics", "Formats", "Preview", "Text", flyingFox, flyingSocks, yams], exclude: ["Browser"]),

        .executableTarget(
            name: "moot",
            dependencies: [
                "Attachments", "Platform", "Assets", "Diagnostics", "Markdown", "Templates", "Model", "Reading", "Linking", "MeetingChecks", "TextChecks", "Permalinks",
                "Results", "Theming", "PDF", "PublicationRecord", "Pages", "Disclosure", "Site", "LastBuild", "Starters", "Fixes", "Preview", "PreviewServer", "Text", argumentParser,
            ],
            path: "Sources/commands", swiftSettings: [.treatAllWarnings(as: .error)]),

        // Reads the sources as text.
        tests("ArchitectureTests", []),
        tests("TextTests", ["Text"]),
        tests("PlatformTests", ["Platform", "Results"]),
        tests("VocabularyTests", ["Text", "Vocabulary"]),
        tests("AssetsTests", ["Assets"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("MarkdownTests", ["Markdown", "Diagnostics"]),
        tests("TemplatesTests", ["Templates", "Diagnostics"]),
        tests("SearchTests", ["Search", "Platform", "CDeflate"]),
        tests("PreviewServerTests", ["Diagnostics", "Model", "Preview", "PreviewServer", flyingSocks]),
        // Through the front door: sources in, site out.
        tests("SiteTests", [
            "Attachments", "Platform", "Diagnostics", "Markdown", "Templates", "Model", "Reading", "Linking", "Facts", "Registers", "Search", "SearchText", "Site",
            "CDeflate", "Disclosure", "MeetingChecks", "Results", "TextChecks", "Fixes", "PreviewServer", "Permalinks", "Preview", "PublicationRecord", "Theming", "PDF", "Pages",
        ], exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6],
    // For #embed.
    cLanguageStandard: .gnu2x
)
