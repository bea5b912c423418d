namespace NetCdsHooks.Tests.Patients;

/// <summary>Which cards each call about an invented patient must get, and how urgent.</summary>
public static class SampleExpectations
{
    /// <summary>Written from the stories and the clinical rules, never from an answer: call; each card with its urgency.</summary>
    public static TheoryData<string, string[]> All => new()
    {
        { "bo/patient-view", ["pnet-growth-threshold warning", "pnet-size-threshold warning"] },
        { "chen/patient-view", ["surveillance-imaging-due warning", "surveillance-markers-due warning"] },
        {
            "dana/patient-view",
            [
                "first-line-ssa warning", "carcinoid-heart-screening warning", "functional-cytoreduction info",
                "liver-limited-locoregional info", "primary-resection-with-liver-mets info",
            ]
        },
        {
            "eli/patient-view",
            [
                "nec-platinum-etoposide warning", "surveillance-imaging-due warning",
                "sstr-imaging-missing info", "nse-in-nec info", "fdg-pet-high-grade info",
            ]
        },
        { "fay/patient-view", ["differentiation-missing warning"] },
        { "gus/patient-view", ["ki67-ambiguous info"] },
        { "hana/patient-view", ["men1-screening-missing warning", "eus-missing info", "first-line-ssa info", "localized-surgery-first info"] },
        { "ida/patient-view", ["pnet-watch-and-wait-eligible info", "surveillance-imaging-due info"] },
        { "ivan/patient-view", ["localized-surgery-first info"] },
        { "jun/patient-view", ["sstr-imaging-missing warning", "primary-site-unknown warning", "liver-limited-locoregional info"] },
        { "kay/patient-view", [] },
        { "lou/patient-view", ["appendix-no-surveillance info"] },
        {
            "mia/patient-view",
            [
                "prrt-consider info", "targeted-therapy-progression info", "cabozantinib-consider info",
                "clinical-trial-consider info", "surveillance-sstr-due info",
            ]
        },
        { "ned/patient-view", ["first-line-ssa info", "localized-surgery-first info", "mdt-review-missing info"] },
        { "ola/patient-view", ["first-line-ssa info"] },
        { "pia/patient-view", ["sstr-imaging-missing warning"] },
        { "quin/patient-view", ["functional-cytoreduction info", "liver-limited-locoregional info"] },
        { "ria/patient-view", [] },
        { "sam/patient-view", ["surveillance-imaging-due warning"] },
        { "tia/patient-view", ["telotristat-for-refractory-diarrhoea info"] },
        { "uma/patient-view", ["surveillance-imaging-due info"] },
        { "vic/patient-view", [] },
        { "wen/patient-view", ["cross-sectional-imaging-missing info", "net-data-quality info", "sstr-imaging-missing info", "stage-missing info"] },
        {
            "xia/patient-view",
            [
                "pnet-watch-and-wait-eligible info", "surveillance-imaging-due warning",
                "men1-family-surveillance info", "hereditary-surveillance info",
            ]
        },
        { "yves/patient-view", ["bone-mets-palliative-rt info", "clinical-trial-consider info"] },
        { "hana/order-select", ["cga-on-ppi warning"] },
        { "ivan/order-select", ["ssa-insulinoma warning"] },
        { "ned/order-sign", ["periop-octreotide-functional critical", "mdt-review-missing warning", "cholecystectomy-consider info"] },
        { "ola/order-select", ["chemo-low-grade-nonpancreatic warning"] },
        { "pia/order-sign", ["prrt-without-sstr critical", "prrt-ssa-timing warning", "prrt-labs warning"] },
        { "quin/order-sign", ["ssa-abrupt-stop critical"] },
        { "ria/order-sign", ["pregnancy-antineoplastic critical"] },
        { "tia/order-select", ["targeted-dose-check warning"] },
        { "order-scenarios/a-chemotherapy-for-a-g1-tumour", ["chemo-low-grade-nonpancreatic warning"] },
        { "order-scenarios/b-radionuclide-therapy-without-receptor-imaging", ["prrt-without-sstr critical", "prrt-labs warning"] },
        { "order-scenarios/c-operation-without-octreotide", ["periop-octreotide-functional critical", "cholecystectomy-consider info"] },
        { "order-scenarios/d-end-of-lanreotide", ["ssa-abrupt-stop critical"] },
        { "order-scenarios/e-chromogranin-on-omeprazole", ["cga-on-ppi warning"] },
        { "order-scenarios/f-ct-without-receptor-imaging", ["ct-only-no-sstr info"] },
        { "order-scenarios/g-everolimus-in-carcinoid-syndrome", ["everolimus-functional-carcinoid warning"] },
        { "order-scenarios/h-sunitinib-for-the-lung", ["sunitinib-nonpancreatic warning"] },
        { "order-scenarios/i-lanreotide-90-mg", ["ssa-dose-interval-check warning"] },
        { "order-scenarios/j-unrelated-drug", [] },
        { "order-scenarios/k-chemotherapy-not-selected", [] },
        { "order-scenarios/l-chemotherapy-without-a-net", [] },
    };
}
