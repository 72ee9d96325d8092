extension Compiler {
    /// Looks a name up; nil where it is wrong, which is then reported.
    mutating func resolve(_ name: Name, _ scope: Scope) -> Resolved? {
        switch slots.resolve(name.text, in: scope.surroundings) {
        case .found(let resolved): return resolved
        case _ where isLenient: return nil
        case .throughList(let list): report(.listInPath(name: name.text, list: list), name, in: scope.template)
        case .unknown(let nearest):
            hasFailed = true
            let location = library.templates[scope.template].file.location(at: name.offset)
            findings.addUnknownName(name.text, page: page, nearest: nearest, at: location)
        }
        return nil
    }

    mutating func value(_ name: Name, isRaw: Bool, _ scope: Scope) {
        guard let resolved = resolve(name, scope) else { return }
        switch resolved.field.access {
        case .text(let reader), .optionalText(let reader, _, _):
            let reader = parts.add(reader)
            reading(resolved) { slot in isRaw ? .raw(slot: slot, reader: reader) : .escaped(slot: slot, reader: reader)
            }
        case .html(let writer) where isRaw:
            let writer = parts.add(writer)
            reading(resolved) { .html(slot: $0, writer: writer) }
        case .html: report(.htmlNeedsThreeBraces(name: name.text), name, in: scope.template)
        case .flag: report(.notText(name: name.text, kind: "a yes or no"), name, in: scope.template)
        case .record, .optional: report(.notText(name: name.text, kind: "a record"), name, in: scope.template)
        case .list: report(.notText(name: name.text, kind: "a list"), name, in: scope.template)
        case .choice: report(.notText(name: name.text, kind: TemplateProblem.choice), name, in: scope.template)
        }
    }

    mutating func section(_ name: Name, _ body: [Node], _ scope: Scope) {
        guard let resolved = resolve(name, scope) else { return }
        switch resolved.field.access {
        case .flag(let test):
            let test = parts.add(test)
            reading(resolved) { compiler, slot in
                let index = compiler.builder.open(&compiler.parts)
                compiler.sectionBody(body, name, scope)
                compiler.builder.close(index, &compiler.parts) { .when(slot: slot, test: test, length: $0) }
            }
        case .optionalText(_, let visitor, _): visit(visitor, AnyShape.of(String.self), resolved, name, body, scope)
        case .record(let visitor, let shape), .optional(let visitor, _, let shape), .list(let visitor, _, let shape):
            visit(visitor, shape(), resolved, name, body, scope)
        case .text, .html, .choice: notASection(name, resolved, body, scope)
        }
    }

    private mutating func visit(
        _ visitor: Visitor, _ shape: AnyShape, _ resolved: Resolved, _ name: Name, _ body: [Node],
        _ scope: Scope
    ) {
        let into = slots.slot(of: shape)
        var inner = scope
        inner.surroundings.enter(into)
        let visitor = parts.add(visitor)
        reading(resolved) { compiler, slot in
            let index = compiler.builder.open(&compiler.parts)
            compiler.sectionBody(body, name, inner)
            compiler.builder.close(index, &compiler.parts) {
                .visit(slot: slot, visitor: visitor, into: Int32(into), length: $0)
            }
        }
    }

    mutating func invertedSection(_ name: Name, _ body: [Node], _ scope: Scope) {
        guard let resolved = resolve(name, scope) else { return sectionBody(body, name, scope) }
        switch resolved.field.access {
        case .flag(let test), .optional(_, let test, _), .list(_, let test, _), .optionalText(_, _, let test):
            let test = parts.add(test)
            builder.add(.forget, &parts)
            reading(resolved) { .find(slot: $0, test: test) }
            let index = builder.open(&parts)
            sectionBody(body, name, scope)
            builder.close(index, &parts) { .unlessFound(length: $0) }
        case .record: report(.neverEmpty(name: name.text), name, in: scope.template)
        case .text, .html, .choice: notASection(name, resolved, body, scope)
        }
    }

    private mutating func notASection(_ name: Name, _ resolved: Resolved, _ body: [Node], _ scope: Scope) {
        var isHTML = false
        if case .html = resolved.field.access { isHTML = true }
        report(.notASection(name: name.text, isHTML: isHTML), name, in: scope.template)
        // What is in it is still looked at, so that all errors come in one run.
        sectionBody(body, name, scope)
    }

    /// Adds an operation on a field, within the steps that lead to it.
    mutating func reading(_ resolved: Resolved, _ operation: (Int32) -> Operation) {
        reading(resolved) { compiler, slot in compiler.builder.add(operation(slot), &compiler.parts) }
    }

    /// Steps through the records of a dotted name; `compile` gets the slot where the last one is.
    private mutating func reading(_ resolved: Resolved, _ compile: (inout Compiler, Int32) -> Void) {
        var slot = Int32(resolved.slot)
        var opened: [(index: Int, slot: Int32, visitor: Int32)] = []
        for step in resolved.steps {
            opened.append((builder.open(&parts), slot, parts.add(step)))
            slot = 0
        }
        compile(&self, slot)
        for (index, slot, visitor) in opened.reversed() {
            builder.close(index, &parts) { .visit(slot: slot, visitor: visitor, into: 0, length: $0) }
        }
    }
}
