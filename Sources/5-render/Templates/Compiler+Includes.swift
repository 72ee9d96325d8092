extension Compiler {
    mutating func include(_ include: Include, _ scope: Scope) {
        var inner = Scope(template: scope.template, surroundings: scope.surroundings)
        inner.overrides = include.blocks.map { overrides(with: $0, scope) } ?? OverrideSets.none
        let indentation = include.margin.map { self.indentation($0, scope) } ?? []
        inner.isIndented = include.margin != nil && (scope.isIndented || !indentation.isEmpty)
        let start = parts.text.count
        parts.text += indentation
        let call = Call(
            indentation: start..<parts.text.count, resetsIndentation: include.margin == nil && scope.isIndented,
            location: library.templates[scope.template].file.location(at: include.name.offset), name: include.name.text)
        if include.isDynamic {
            choose(include.name, call, scope, inner)
        } else {
            self.call(include, call, scope, inner)
        }
    }

    private mutating func call(_ include: Include, _ call: Call, _ scope: Scope, _ inner: Scope) {
        let name = include.name
        guard let template = library.numbers[name.text] else {
            if isLenient { return }
            let nearest = library.nearestTemplate(to: name.text)
            return report(.unknownTemplate(name: name.text, nearest: nearest), name, in: scope.template)
        }
        checkBlocks(include, scope)
        var call = call
        var inner = inner
        inner.template = template
        call.function = function(inner, calledBy: name, in: scope.template)
        builder.add(.call(parts.add(call)), &parts)
    }

    /// A template that the data names: all that it may name are compiled.
    private mutating func choose(_ name: Name, _ call: Call, _ scope: Scope, _ inner: Scope) {
        guard let resolved = resolve(name, scope) else { return }
        guard let (reader, names) = choices(name, resolved, scope) else {
            return report(.notAChoice(name: name.text), name, in: scope.template)
        }
        var call = call
        call.mustChoose = !isLenient
        for choice in names {
            guard let template = library.numbers[choice] else {
                report(.unknownChoice(name: choice, field: name.text), name, in: scope.template)
                continue
            }
            var inner = inner
            inner.template = template
            // Whether a choice ends is up to the data, as with a section.
            openSections += 1
            call.choices[choice] = function(inner, calledBy: name, in: scope.template)
            openSections -= 1
        }
        let (readerNumber, callNumber) = (parts.add(reader), parts.add(call))
        reading(resolved) { .choose(slot: $0, reader: readerNumber, call: callNumber) }
    }

    private func choices(_ name: Name, _ resolved: Resolved, _ scope: Scope) -> (Reader, [String])? {
        switch resolved.field.access {
        case .choice(let reader, let names): (reader, names)
        case .text(let reader) where isLenient, .optionalText(let reader, _, _) where isLenient:
            (reader, library.templates.map(\.file.name))
        default: nil
        }
    }

    private mutating func overrides(with blocks: [Int], _ scope: Scope) -> OverrideSets.ID {
        let own = blocks.map { number in
            let name = library.templates[scope.template].blocks[number].name.text
            return (name, Override(template: scope.template, block: number, outer: scope.overrides))
        }
        return overrides.adding(own, to: scope.overrides)
    }

    private mutating func checkBlocks(_ include: Include, _ scope: Scope) {
        let layout = include.name.text
        guard let blocks = include.blocks, let known = library.replaceableBlocks(of: layout) else { return }
        var given: Set<String> = []
        for number in blocks where !isLenient {
            let name = library.templates[scope.template].blocks[number].name
            if !given.insert(name.text).inserted { report(.blockGivenTwice(name: name.text), name, in: scope.template) }
            if known.contains(name.text) { continue }
            let nearest = known.nearest(to: name.text)
            report(.unknownBlock(name: name.text, layout: layout, nearest: nearest), name, in: scope.template)
        }
    }

    /// Shows a block, or what replaces it.
    mutating func block(_ number: Int, _ scope: Scope) {
        let block = library.templates[scope.template].blocks[number]
        guard let override = overrides.find(block.name.text, in: scope.overrides) else {
            return nested(block.name, in: scope.template) { $0.compile(block.body, scope) }
        }
        let replacement = library.templates[override.template].blocks[override.block]
        var inner = scope
        inner.template = override.template
        inner.overrides = override.outer
        inner.prefix = indentation(block.replacementMargin, scope)
        inner.dedent = replacement.isOnOwnLines ? replacement.bodyMargin.count : 0
        nested(block.name, in: scope.template) { compiler in
            compiler.compile(compiler.firstInLine(replacement.body, of: block, inner), inner)
        }
    }

    /// Within a line, the first line of what replaces a block is not indented: the line has begun.
    private mutating func firstInLine(_ body: [Node], of block: LayoutBlock, _ scope: Scope) -> [Node] {
        guard !block.isOnOwnLines, case .line(let margin) = body.first else { return body }
        builder.add(text: library.templates[scope.template].file.bytes[margin].dropFirst(scope.dedent))
        return Array(body.dropFirst())
    }
}
