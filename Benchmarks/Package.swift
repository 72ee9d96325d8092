// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what Moot is compared with is no dependency of Moot.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Moot", path: ".."),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "template-benchmark",
            dependencies: [
                .product(name: "MootTemplates", package: "Moot"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            path: "Sources/TemplateBenchmark",
            swiftSettings: [.treatAllWarnings(as: .error)])
    ],
    swiftLanguageModes: [.v6]
)
