import Testing
@testable import Sharing
