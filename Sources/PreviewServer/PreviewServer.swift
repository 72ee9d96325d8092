import Preview

/// Serves a preview on this machine.
public struct PreviewServer: Sendable {}
