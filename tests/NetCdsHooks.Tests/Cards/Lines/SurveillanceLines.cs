using System.Collections.Immutable;

namespace NetCdsHooks.Tests.Cards.Lines;

/// <summary>What the cards of surveillance were asked to do.</summary>
internal static class SurveillanceLines
{
    internal static ImmutableArray<CardLine> All { get; } =
    [
        new("surveillance-imaging-due", 'F', "carcinoma, CT 100 days ago"),
        new("surveillance-imaging-due", 'N', "metastatic G1, CT 60 days ago"),
        new("surveillance-imaging-due", 'B', "both ends of the window and a day beyond each", ("last day of the window", "info"), ("one day after the window", "warning"), ("first day of the window", "fires"), ("one day before the window", "silent")),
        new("surveillance-imaging-due", 'U', "grade and stage unknown, 11 and 13 months; imaging failed"),
        new("surveillance-imaging-due", 'U', "the longest interval, 12 months", ("11 months", "silent"), ("13 months", "info")),
        new("surveillance-imaging-due", 'N', "never imaged, or an order with a day in time", ("never imaged", "silent"), ("in 10 days", "silent")),
        new("surveillance-markers-due", 'F', "chromogranin A 7 months ago"),
        new("surveillance-markers-due", 'N', "chromogranin A a month ago"),
        new("surveillance-markers-due", 'B', "6 months, a day more, and 7 months under observation", ("exactly 6 months", "fires"), ("6 months and a day", "warning"), ("7 months", "fires")),
        new("surveillance-markers-due", 'U', "no chromogranin A"),
        new("surveillance-sstr-due", 'F', "positive scan 20 months ago"),
        new("surveillance-sstr-due", 'N', "17 months ago"),
        new("surveillance-sstr-due", 'B', "18 months, and 24 months and a day", ("18 months", "fires"), ("24 months and a day", "fires")),
        new("surveillance-sstr-due", 'U', "receptors unknown"),
        new("pnet-growth-threshold", 'F', "12 to 18 mm in 365 days"),
        new("pnet-growth-threshold", 'N', "12 to 14 mm in 365 days"),
        new("pnet-growth-threshold", 'B', "5.0 and 4.9 mm a year; 5 mm in 366 days", ("5.0", "fires"), ("4.9", "silent"), ("366", "fires")),
        new("pnet-growth-threshold", 'U', "one size only"),
        new("pnet-size-threshold", 'F', "24 mm"),
        new("pnet-size-threshold", 'N', "18 mm"),
        new("pnet-size-threshold", 'B', "20.0 and 19.9 mm", ("20 mm", "fires"), ("19.9 mm", "silent")),
        new("pnet-size-threshold", 'U', "no size"),
        new("pnet-size-threshold", 'N', "metastatic", ("metastatic", "silent")),
        new("pnet-new-symptoms-or-features", 'F', "duct dilatation in a report: information"),
        new("pnet-new-symptoms-or-features", 'N', "nothing new"),
        new("pnet-new-symptoms-or-features", 'B', "symptom before the last image", ("before", "silent")),
        new("pnet-new-symptoms-or-features", 'U', "nothing recorded"),
        new("appendix-no-surveillance", 'F', "7 mm, R0"),
        new("appendix-no-surveillance", 'N', "12 mm"),
        new("appendix-no-surveillance", 'B', "10.0 mm", ("10 mm", "silent")),
        new("appendix-no-surveillance", 'U', "residual tumour unknown"),
        new("cga-rising", 'F', "80 to 160 ug/L in 90 days"),
        new("cga-rising", 'N', "80 to 100"),
        new("cga-rising", 'B', "100 to 150, and just less", ("150", "fires"), ("149|1.49", "silent")),
        new("cga-rising", 'U', "units differ"),
        new("ssa-monitoring", 'F', "lanreotide for 8 months, no glucose or TSH"),
        new("ssa-monitoring", 'N', "both measured last month"),
        new("ssa-monitoring", 'B', "12 months, and a day more", ("12 months", "silent"), ("12 months and (a|one) day|a day more than 12 months", "fires")),
        new("ssa-monitoring", 'U', "results failed"),
    ];
}
