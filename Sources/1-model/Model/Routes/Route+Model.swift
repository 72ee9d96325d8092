// The addresses of what was read.

extension Meeting {
    package var id: MeetingID { MeetingID(committee: committee, slug: slug) }
    package var packAddress: Address { address.pack }
}

extension MeetingDraft {
    package var id: MeetingID { MeetingID(committee: committee, slug: slug) }
    package var address: Address { Route.meeting(id).address }
}

extension Paper {
    package func address(in meeting: Meeting) -> Address { meeting.address.folder(slug) }
}

extension Strategy {
    package var address: Address { Route.strategy(slug).address }
    package var wholeAddress: Address { Route.wholeStrategy(slug).address }
    package func address(of chapter: Chapter) -> Address { Route.chapter(strategy: slug, chapter.slug).address }
}

extension Page {
    package var address: Address { Route.page(slug).address }
}
