#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is in a folder.
public enum FolderNames {
  /// The names in a folder in no order, those of hidden files among them, but not itself and the one
  /// above; nil where it can't be read, and `errno` tells why.
  public static func all(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
