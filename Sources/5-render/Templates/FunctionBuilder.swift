/// The operations of one function being made. Text is held back until something else comes, so that what stands
/// together is written together.
struct FunctionBuilder {
    private(set) var operations: [Operation] = []
    private var pending: [UInt8] = []

    mutating func add(text: some Sequence<UInt8>) { pending += text }

    mutating func add(_ operation: Operation, _ parts: inout ProgramParts) {
        flush(&parts)
        operations.append(operation)
    }

    /// Writes the held text.
    mutating func flush(_ parts: inout ProgramParts) {
        guard !pending.isEmpty else { return }
        operations.append(.text(start: Int32(parts.text.count), count: Int32(pending.count)))
        parts.text += pending
        pending.removeAll()
    }

    /// Begins an operation that others belong to, and gives its index.
    mutating func open(_ parts: inout ProgramParts) -> Int {
        flush(&parts)
        operations.append(.forget)
        return operations.count - 1
    }

    /// Ends it; `operation` is made of the number of operations that belong to it.
    mutating func close(_ index: Int, _ parts: inout ProgramParts, _ operation: (Int32) -> Operation) {
        flush(&parts)
        operations[index] = operation(Int32(operations.count - index - 1))
    }
}
