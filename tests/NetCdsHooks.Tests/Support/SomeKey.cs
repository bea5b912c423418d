using NetCdsHooks.Feedback;

namespace NetCdsHooks.Tests.Support;

/// <summary>Keys for the uuids of cards, for tests only.</summary>
internal static class SomeKey
{
    internal const string Text = "dGhlIGtleSBvZiBhbGwgdGVzdHMsIHdob2xseSBpbnZlbnRlZA==";

    internal static FeedbackKey Value => FeedbackKey.Parse(Text)!;

    internal static FeedbackKey Another => FeedbackKey.Parse("YW5vdGhlciBrZXkgb2YgYWxsIHRlc3RzLCBqdXN0IGFzIGludmVudGVk")!;
}
