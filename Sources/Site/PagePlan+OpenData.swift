import Packs

extension PagePlan {
    /// The JSON twins of pages, and the way in to them at `/api/oparl/`.
    mutating func planOpenData() {}
}
