import CSystem
import CMark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A node of the C library's tree. It lives no longer than the call of `withTree` that made it.
struct CNode: Equatable {
    let pointer: OpaquePointer

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var firstChild: CNode? { cmark_node_first_child(pointer).map(CNode.init) }
    var lastChild: CNode? { cmark_node_last_child(pointer).map(CNode.init) }
    var next: CNode? { cmark_node_next(pointer).map(CNode.init) }
    var parent: CNode? { cmark_node_parent(pointer).map(CNode.init) }
    /// Counted from 1 in the bytes that were parsed.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var literal: UnsafeBufferPointer<UInt8> { CNode.bytes(cmark_node_get_literal(pointer)) }
    var address: UnsafeBufferPointer<UInt8> { CNode.bytes(cmark_node_get_url(pointer)) }
    var title: UnsafeBufferPointer<UInt8> { CNode.bytes(cmark_node_get_title(pointer)) }
    var fenceInfo: UnsafeBufferPointer<UInt8> { CNode.bytes(cmark_node_get_fence_info(pointer)) }

    /// A number that we hang on the node: 0 for none.
    var mark: Int {
        get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
        nonmutating set { cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: strlen(string))
    }

    static func == (a: CNode, b: CNode) -> Bool { a.pointer == b.pointer }
}

/// The C library takes the memory for its trees from here.
private nonisolated(unsafe) let memory: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(to: cmark_mem(calloc: moot_arena_calloc, realloc: moot_arena_realloc, free: moot_arena_free))
    return memory
}()

/// Lets the C library parse `bytes` and hands its tree to `body`; all of its memory is given back afterwards.
func withTree<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, replacingBadUTF8: Bool = false, _ body: (CNode) -> Result
) -> Result {
    let options = replacingBadUTF8 ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT
    let mark = moot_arena_begin()
    defer { moot_arena_end(mark) }
    let parser = cmark_parser_new_with_mem(options, memory)
    bytes.withMemoryRebound(to: CChar.self) { chars in
        cmark_parser_feed(parser, chars.baseAddress, chars.count)
    }
    guard let root = cmark_parser_finish(parser) else { preconditionFailure("cmark gave no document") }
    return body(CNode(pointer: root))
}
