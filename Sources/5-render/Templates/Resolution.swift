/// The shapes of the values around a tag, and what a name means among them.
struct Surroundings {
    /// The slots of the shapes, from the page inwards. Within a record of a shape that is already there, the outer
    /// one is out of sight.
    private(set) var slots: [Int] = []

    mutating func enter(_ slot: Int) {
        slots.removeAll { $0 == slot }
        slots.append(slot)
    }
}

/// What a name means.
struct Resolved {
    /// The slot where reading starts.
    let slot: Int
    /// The records to step through, for a dotted name.
    let steps: [Visitor]
    let field: AnyField
}

enum Resolution {
    case found(Resolved)
    case unknown(nearest: String?)
    case throughList(String)
}

/// All shapes that a page's templates meet, each with its slot in the renderer. Slot 0 is for dotted names.
struct Slots {
    private var shapes: [AnyShape?] = [nil]
    private var numbers: [AnyShape.ID: Int] = [:]

    var count: Int { shapes.count }

    mutating func slot(of shape: AnyShape) -> Int {
        if let known = numbers[shape.id] { return known }
        shapes.append(shape)
        numbers[shape.id] = shapes.count - 1
        return shapes.count - 1
    }

    func resolve(_ name: String, in surroundings: Surroundings) -> Resolution {
        let path =
            name == itself ? [itself] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let visible = name == itself ? surroundings.slots.suffix(1) : surroundings.slots[...]
        guard let slot = visible.last(where: { shapes[$0]?.byName[path[0]] != nil }),
            let first = shapes[slot]?.byName[path[0]]
        else {
            let known = visible.reversed().flatMap { shapes[$0]?.fields ?? [] }
            return .unknown(nearest: nearest(to: path, at: 0, among: known))
        }
        return follow(path, from: first, slot: slot)
    }

    private func follow(_ path: [String], from first: AnyField, slot: Int) -> Resolution {
        var field = first
        var steps: [Visitor] = []
        for index in path.indices.dropFirst() {
            switch field.access {
            case .record(let visitor, let shape), .optional(let visitor, _, let shape):
                guard let next = shape().byName[path[index]] else {
                    return .unknown(nearest: nearest(to: path, at: index, among: shape().fields))
                }
                steps.append(visitor)
                field = next
            case .list: return .throughList(path[..<index].joined(separator: "."))
            case .text, .optionalText, .html, .flag, .choice: return .unknown(nearest: nil)
            }
        }
        return .found(Resolved(slot: slot, steps: steps, field: field))
    }

    /// The whole name with the wrong part put right.
    private func nearest(to path: [String], at index: Int, among fields: [AnyField]) -> String? {
        fields.map(\.name).nearest(to: path[index]).map {
            (path[..<index] + [$0] + path[(index + 1)...]).joined(separator: ".")
        }
    }
}
