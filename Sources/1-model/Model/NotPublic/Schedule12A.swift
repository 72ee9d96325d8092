/// Schedule 12A to the Local Government Act 1972, Part 1 (descriptions of exempt information: England), as substituted
/// by the Local Government (Access to Information) (Variation) Order 2006 (SI 2006/88).
package enum Schedule12A {
    /// The official meaning of a paragraph; nil for a number that the schedule does not have.
    package static func meaning(of paragraph: Int) -> String? {
        meanings.indices.contains(paragraph - 1) ? meanings[paragraph - 1] : nil
    }

    private static let meanings = [
        "Information relating to any individual.",
        "Information which is likely to reveal the identity of an individual.",
        "Information relating to the financial or business affairs of any particular person (including the authority holding that information).",
        "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.",
        "Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.",
        "Information which reveals that the authority proposes (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.",
        "Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.",
    ]
}
