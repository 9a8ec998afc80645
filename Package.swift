// swift-tools-version: 6.1
import PackageDescription

// Arrows point one way: Declaration <- Query, Store <- Dashboard <- Terminal <- ladmp, and
// Store <- Sharing <- ladmp.
let package = Package(
  name: "ladmp",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "ladmp", targets: ["ladmp"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "CResources"),
    .systemLibrary(
      name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CSearch"),
    .target(name: "CMemory"),
    .target(name: "CSignals"),
    .target(name: "Threads"),
    .target(name: "Declaration"),
    .target(name: "Query", dependencies: ["Declaration", "CSearch"]),
    .target(name: "Store", dependencies: ["Declaration", "Threads", "CResources", "CMemory"]),
    .target(name: "Sharing", dependencies: ["Declaration", "Store"]),
    .target(name: "Dashboard", dependencies: ["Declaration", "Query", "Threads", "CResources"]),
    .target(name: "Registers", dependencies: ["Declaration", "Query", "Store", "Dashboard"]),
    .target(
      name: "Publishing",
      dependencies: ["Declaration", "Query", "Dashboard", "Registers", "CSQLite"]),
    .target(name: "Terminal", dependencies: ["Dashboard", "CNcurses", "CSignals", "CMemory"]),
    .executableTarget(
      name: "ladmp",
      dependencies: [
        "Declaration", "Query", "Store", "Sharing", "Dashboard", "Registers", "Publishing",
        "Terminal", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
    .testTarget(name: "DeclarationTests", dependencies: ["Declaration"]),
    .testTarget(
      name: "QueryTests",
      dependencies: ["CSearch", "Query", "Store", "SeededGenerator", "FuzzCorpus"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "SeededGenerator", "FuzzCorpus"]),
    .testTarget(name: "SharingTests", dependencies: ["Sharing", "Store", "SeededGenerator"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Dashboard", "Query", "Store", "SeededGenerator", "Robot", "CMarkdown"],
      exclude: ["Frames"]),
    .testTarget(name: "RegistersTests", dependencies: ["Registers", "Store"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Store", "Robot", "FuzzCorpus", "ladmp"]),

    .systemLibrary(
      name: "CMarkdown", path: "Tests/CMarkdown", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "SeededGenerator", path: "Tests/SeededGenerator"),
    .target(name: "Pseudoterminal", path: "Tests/Pseudoterminal"),
    .target(
      name: "FuzzCorpus", path: "Tests/Fuzz",
      exclude: ["Fuzz.swift", "Corpus", "build", "words"], sources: ["Corpus.swift"]),
    .target(
      name: "Robot", dependencies: ["Dashboard", "SeededGenerator"], path: "Tests/Robot"),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "CVterm", "Pseudoterminal", "Robot", "Dashboard", "Store", "Terminal", "ladmp",
        "SeededGenerator",
      ],
      path: "Tests/EndToEnd", exclude: ["readers.py", "publications.py"]),
    .executableTarget(
      name: "bench", dependencies: ["Pseudoterminal", "SeededGenerator", "CSearch"],
      path: "Tests/Bench"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
