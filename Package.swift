// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own is held to the same bar: Swift 6 mode (complete concurrency checking), and no warning.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "Moot",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "moot", targets: ["moot"]),
        // The engines, each on its own, for the benchmarks.
        .library(name: "MootTemplates", targets: ["Templates"]),
        .library(name: "MootPreview", targets: ["Preview"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // The rooms, in the order in which data flows; a room imports only rooms above it.
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate",
            providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(name: "CRename"),
        .target(name: "CArena"),
        .target(name: "CBrowser"),
        .target(name: "CDesign", exclude: ["list-files"]),
        .target(name: "CPress"),
        .target(name: "Machine", dependencies: ["CRename"], swiftSettings: strict),
        .target(name: "Design", dependencies: ["CDesign", "Machine"], swiftSettings: strict),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "Markdown", dependencies: ["CArena", "CMark", "Diagnostics"], swiftSettings: strict),
        .target(name: "Formats", dependencies: ["CDeflate"], swiftSettings: strict),
        .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "Packs", dependencies: ["Diagnostics", "Markdown"], swiftSettings: strict),
        .target(
            name: "Reading",
            dependencies: ["Machine", "Diagnostics", "Markdown", "Packs", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Linking", dependencies: ["Machine", "Diagnostics", "Markdown", "Packs"], swiftSettings: strict),
        .target(name: "Registers", dependencies: ["Markdown", "Packs", "Linking"], swiftSettings: strict),
        .target(name: "Rules", dependencies: ["Diagnostics", "Markdown", "Machine", "Packs", "Linking"], swiftSettings: strict),
        .target(name: "Writing", dependencies: ["Diagnostics", "Markdown", "Machine", "Packs", "Linking"], swiftSettings: strict),
        .target(name: "Mending", dependencies: ["Diagnostics", "Markdown", "Machine", "Packs", "Linking", "Reading"], swiftSettings: strict),
        .target(
            name: "OpenData", dependencies: ["Formats", "Markdown", "Packs", "Linking", "Registers"], swiftSettings: strict),
        .target(name: "Search", dependencies: ["CStemmer", "Machine", "Formats"], swiftSettings: strict),
        .target(
            name: "Passages", dependencies: ["Markdown", "Packs", "Linking", "Registers", "Search"], swiftSettings: strict),
        .target(name: "Publication", dependencies: ["Diagnostics", "Markdown", "Packs"], swiftSettings: strict),
        .target(name: "Look", dependencies: ["Diagnostics", "Packs"], swiftSettings: strict),
        .target(name: "Printing", dependencies: ["CPress", "Machine", "Diagnostics"], exclude: ["Press"], swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "Machine", "Diagnostics", "Formats", "Markdown", "Templates", "Packs", "Linking", "Registers", "OpenData", "Search", "Passages",
                "Publication", "Look", "Printing", "Reading",
            ],
            swiftSettings: strict),
        .target(name: "Manual", swiftSettings: strict),
        .target(
            name: "Scaffolds", dependencies: ["Machine", "Diagnostics", "Formats", "Markdown", "Packs", "Reading", "Design"],
            swiftSettings: strict),
        .target(
            name: "Preview", dependencies: ["Machine", "Diagnostics", "Markdown", "Packs", "Reading", "Linking", "Rules", "Writing", "Publication", "Site"],
            swiftSettings: strict),
        .target(
            name: "PreviewServer",
            dependencies: [
                "CBrowser", "Diagnostics", "Formats", "Preview", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"), .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Browser"], swiftSettings: strict),
        .executableTarget(
            name: "moot",
            dependencies: [
                "Machine", "Design", "Diagnostics", "Markdown", "Templates", "Packs", "Reading", "Linking", "Rules", "Writing", "Mending", "Publication", "Look", "Printing", "Site",
                "Manual", "Scaffolds", "Preview", "PreviewServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PreviewServerTests",
            dependencies: ["Diagnostics", "Packs", "Preview", "PreviewServer", .product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: strict),
        .testTarget(name: "MachineTests", dependencies: ["Machine"], swiftSettings: strict),
        .testTarget(name: "DesignTests", dependencies: ["Design"], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "SearchTests", dependencies: ["Search", "Machine", "CDeflate"], swiftSettings: strict),
        // Through the front door: sources in, site out.
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Machine", "Diagnostics", "Markdown", "Templates", "Packs", "Reading", "Linking", "Registers", "Search", "Passages", "Site", "Formats",
                "CDeflate", "Rules", "Writing", "Mending", "PreviewServer", "Publication", "Preview", "Look", "Printing",
            ],
            exclude: ["Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    // For #embed.
    cLanguageStandard: .gnu2x
)
