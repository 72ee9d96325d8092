import Linking

extension LinkedArchive {
    /// Those that need no explanation: everybody knows them, or the archive says what they mean.
    var knownAcronyms: Set<CapitalWord> {
        var names = WidelyKnown.acronyms
        names += references.meanings.map(\.term)
        names += archive.glossary.flatMap(\.also)
        names += archive.committees.compactMap(\.short)
        names += archive.strategies.flatMap { [$0.short].compactMap(\.self) + $0.aliases }
        return Set(names.flatMap { $0.split { !$0.isLetter }.map(String.init) + [$0] }.compactMap(CapitalWord.init))
    }
}

/// What residents read in newspapers without an explanation, and the abbreviations of letters and addresses.
enum WidelyKnown {
    static let acronyms = """
        NHS UK GB EU USA US UN NATO VAT PAYE PDF CSV HTML URL FAQ CV DVD CD TV BBC ITV GP ID IT ICT PC PO AM PM OK MP MEP MBE OBE CBE QC KC HM HRH PE BA BSC MA MSC \
        PHD GCSE NVQ PIN SMS USB FM DJ CCTV DNA HIV AIDS COVID IQ MRI CT IVF GMT BST AD BC AGM CEO HR PR HGV MOT LED LGBT LGBTQ NB PS PTO RSVP TBC TBA NA RE CC \
        ASAP DIY VIP WIFI SMART ADHD AA AAA CIC RIP NE NW SE SW EH ISBN UFO ATM GPS RAF SOS PA CO LTD PLC BN JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
