import Diagnostics

extension Explanation {
    /// Of what was published, and of the way on from old addresses.
    package static let publication = [notRecorded] + publicationPromises + redirectEntries

    private static let header = "address\tpublished\tchanged\ttext\n"

    private static let notRecorded =
        Explanation(
            "E711", "What was published is not recorded",
            "The site is written, but published.tsv could not be: the next build would not know what was promised.",
            "Mend what the message says, and run “moot publish” again before you change anything.",
            in: .command,
            wrong: "chmod a-w Content && moot publish",
            right: "chmod u+w Content && moot publish")

    private static let publicationPromises = [
        Explanation(
            "E720", "An address that was published would vanish",
            "People have linked to it, printed it and quoted it. An address is a promise: it stays, or says where to look.",
            "Put the page back, or add to redirects.yml “- from: …” and under it “to: …” with the new address, or “gone: …” with the reason.",
            in: .files,
            wrong: "== published.tsv\n" + header + "/old-plan/\t2026-01-02\t\t",
            right: "== published.tsv\n" + header + "/old-plan/\t2026-01-02\t\t\n== redirects.yml\n- from: /old-plan/\n  to: /committees/board/"),
        Explanation(
            "E721", "A place on a page that was published would vanish",
            "Links to that heading or paragraph would land at the top of the page, and nobody would know why.",
            "Put it back, or add an entry for it to redirects.yml.",
            in: .files,
            wrong: "== published.tsv\n" + header + "/committees/board/2026-01-22/#item-9\t2026-01-02\t\t",
            right: "== published.tsv\n" + header + "/committees/board/2026-01-22/#item-9\t2026-01-02\t\t\n== redirects.yml\n- from: /committees/board/2026-01-22/#item-9\n  gone: The item was withdrawn."),
        Explanation(
            "E730", "An old address leads to another old address",
            "Readers would be sent on twice, and some programs give up.",
            "Send it straight on to where the other one leads.",
            in: .redirects,
            wrong: "- from: /older/\n  to: /old/\n- from: /old/\n  to: /committees/",
            right: "- from: /older/\n  to: /committees/\n- from: /old/\n  to: /committees/"),
        Explanation(
            "E731", "Old addresses lead round in a circle",
            "Nobody who follows one would ever arrive.",
            "Let one of them lead to a page that is there, or give “gone: …” with the reason.",
            in: .redirects,
            wrong: "- from: /older/\n  to: /old/\n- from: /old/\n  to: /older/",
            right: "- from: /older/\n  to: /committees/\n- from: /old/\n  to: /committees/"),
        Explanation(
            "E732", "An old address leads to nothing",
            "There is no page or file where people are to be sent.",
            "Use the address that the message proposes, name another page or file of this site, or give “gone: …” with the reason.",
            in: .redirects,
            wrong: "- from: /old/\n  to: /meetings/1900/",
            right: "- from: /old/\n  to: /committees/"),
        Explanation(
            "E733", "An old address leads to one that is gone",
            "Readers would be sent to a page that says that there is nothing.",
            "Give “gone: …” with the reason here too.",
            in: .redirects,
            wrong: "- from: /older/\n  to: /old/\n- from: /old/\n  gone: It was withdrawn.",
            right: "- from: /older/\n  gone: It was withdrawn.\n- from: /old/\n  gone: It was withdrawn."),
        Explanation(
            "E734", "An old address leads to a part that its page does not have",
            "Readers would land at the top of the page.",
            "Use the part that the message proposes, or lead to the page as a whole.",
            in: .redirects,
            wrong: "- from: /old/\n  to: /committees/board/2026-01-22/#item-9",
            right: "- from: /old/\n  to: /committees/board/2026-01-22/#item-1"),
    ]

    private static let redirectEntries = [
        Explanation(
            "E306", "There is a page or a file where people are to be sent on",
            "redirects.yml sends people on from addresses at which nothing stands any more. This one is still there, or there again: a page of a source, a register, a file.",
            "Take the entry out of redirects.yml.",
            in: .redirects,
            wrong: "- from: /committees/board/\n  to: /committees/",
            right: "- from: /committees/old-board/\n  to: /committees/board/"),
        Explanation(
            "E307", "An old address is sent on twice",
            "Nobody can tell to which of the two places.",
            "Take one of the entries out.",
            in: .redirects,
            wrong: "- from: /old/\n  to: /committees/\n- from: /old/\n  to: /committees/board/",
            right: "- from: /old/\n  to: /committees/board/"),
        Explanation(
            "E310", "An entry of redirects.yml gives no address of this site",
            "People can be sent on from a path of this site, and from nothing else: what stands after “?” never reaches a web server that only has files.",
            "Write the path alone: /old/page/, without “?” and what follows it.",
            in: .redirects,
            wrong: "- from: /old/page?number=3\n  to: /committees/",
            right: "- from: /old/page/\n  to: /committees/"),
        Explanation(
            "E311", "An address is none that a browser may follow",
            "An address that begins otherwise than with https:// could run as a program.",
            "Write a path of this site, such as /committees/, or an address with https://.",
            in: .redirects,
            wrong: "- from: /old/\n  to: \"javascript:go()\"",
            right: "- from: /old/\n  to: https://testshire.example/new/"),
        Explanation(
            "E320", "A part of a page is still there, from where people are to be sent on",
            "An entry with # tells those who follow an old link to a part that the part has gone. This one has not.",
            "Take the entry out of redirects.yml.",
            in: .redirects,
            wrong: "- from: /committees/board/2026-01-22/#item-1\n  to: /committees/board/",
            right: "- from: /committees/board/2026-01-22/#item-9\n  to: /committees/board/"),
        Explanation(
            "E735", "A part is sent on from a page that is not there",
            "An entry with # stands on the page that has lost the part. There is no such page, so nobody would see it.",
            "Use the page that the message proposes, or send the page on as a whole, without “#” and what follows it.",
            in: .redirects,
            wrong: "- from: /committees/old-board/#members\n  gone: It has no members any more.",
            right: "- from: /committees/board/#members\n  gone: It has no members any more."),
    ]
}
