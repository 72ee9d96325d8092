import Packs

extension PagePlan {
    /// The registers' pages, each with its CSV and JSON.
    mutating func planRegisters() {}
}
