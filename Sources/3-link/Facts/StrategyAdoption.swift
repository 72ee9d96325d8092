import Model

extension Strategy {
    /// The meeting that adopted it: `adopted-at` names it by its committee and its folder, or by its folder alone.
    package func adoption(in meetings: some Sequence<Meeting>) -> Meeting? {
        guard let name = adoptedAt else { return nil }
        return meetings.first { "\($0.committee)/\($0.slug)" == name || $0.slug == name }
    }
}
