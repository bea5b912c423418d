using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

public sealed class DraftFactsTests
{
    private const string Lanreotide = """{"coding":[{"system":"http://www.whocc.no/atc","code":"H01CB03"}],"text":"lanreotide"}""";
    private const string Octreotide = """{"coding":[{"system":"http://www.whocc.no/atc","code":"H01CB02"}],"text":"octreotide"}""";
    private const string Everolimus = """{"coding":[{"system":"http://www.whocc.no/atc","code":"L01EG02"}],"text":"everolimus"}""";

    /// <summary>Story; the order; what it is for.</summary>
    public static TheoryData<string, string, OrderKind[]> Orders => new()
    {
        { "by ATC", Drug(Atc("L01EX01")), [OrderKind.Sunitinib] },
        { "by RxNorm", Drug("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"2555"}]}"""), [OrderKind.Chemotherapy, OrderKind.Platinum] },
        { "by its name alone", Drug(Text("Xermelo 250 mg tablets")), [OrderKind.Telotristat] },
        { "by a display alone", Drug("""{"coding":[{"system":"http://hospital.example/drugs","code":"77","display":"Temozolomide 100 mg capsule"}]}"""), [OrderKind.Chemotherapy] },
        { "everolimus", Drug(Everolimus), [OrderKind.Everolimus] },
        { "everolimus of a transplant, by ATC", Drug(Atc("L04AH02", "everolimus")), [] },
        { "everolimus of a transplant, by brand", Drug(Text("Certican (everolimus) 0.75 mg")), [] },
        { "cabozantinib", Drug(Atc("L01EX07")), [OrderKind.Cabozantinib] },
        { "belzutifan", Drug(Text("Welireg")), [OrderKind.Belzutifan] },
        { "pasireotide", Drug(Atc("H01CB05")), [OrderKind.Pasireotide] },
        { "radionuclide therapy as a drug", Drug(Text("Lutathera 7.4 GBq")), [OrderKind.Prrt] },
        { "radionuclide therapy as a service", Service("Lu-177 dotatate therapy"), [OrderKind.Prrt] },
        { "another radionuclide", Drug(Atc("V10XX05", "lutetium vipivotide tetraxetan")), [] },
        { "yttrium", Service("Y-90 DOTATOC therapy"), [OrderKind.Prrt, OrderKind.YttriumPrrt] },
        { "a referral for radionuclide therapy", Service("Referral for PRRT assessment"), [] },
        { "a referral in other words", Service("Referral to nuclear medicine: assessment for peptide receptor radionuclide therapy"), [] },
        { "a scan after radionuclide therapy", Service("Lu-177 post-therapy SPECT/CT"), [] },
        { "the cycle itself", Service("PRRT cycle 2 with dosimetry"), [OrderKind.Prrt] },
        { "receptor PET", Service("Ga-68 DOTATATE PET/CT"), [OrderKind.SstrImaging] },
        { "lanreotide", Drug(Lanreotide), [OrderKind.LongActingSsa, OrderKind.Lanreotide] },
        { "octreotide without a word of depot", Drug(Octreotide), [OrderKind.ShortActingOctreotide] },
        { "octreotide by a depot product", Drug(Text("Sandostatin LAR Depot 30 mg")), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide by prolonged release", Drug(Text("Octreotide Teva 30 mg powder and solvent for prolonged-release suspension for injection")), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide into a muscle, in the words of the dosage", Drug(Octreotide, """[{"text":"30 mg i.m. every 4 weeks"}]"""), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide into a muscle, in short", Drug(Octreotide, """[{"route":{"text":"IM"}}]"""), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide deep into the buttock", Drug(Octreotide, """[{"route":{"text":"deep intragluteal"}}]"""), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide under the skin of the belly", Drug(Octreotide, """[{"route":{"text":"s.c. im Bauchbereich"}}]"""), [OrderKind.ShortActingOctreotide] },
        { "octreotide into a muscle, by route", Drug(Octreotide, """[{"route":{"text":"intramuscular"}}]"""), [OrderKind.LongActingSsa, OrderKind.LongActingOctreotide] },
        { "octreotide under the skin, by route", Drug(Octreotide, """[{"route":{"text":"subcutaneous"}}]"""), [OrderKind.ShortActingOctreotide] },
        { "an operation", Service("Distal pancreatectomy"), [OrderKind.Surgery, OrderKind.AbdominalSurgery, OrderKind.PancreasSurgery] },
        { "morphine", Drug(Text("Morphine 10 mg")), [OrderKind.HistamineReleasing] },
        { "vancomycin into a vein", Drug(Text("Vancomycin 1 g IV")), [OrderKind.HistamineReleasing] },
        { "vancomycin by mouth", Drug(Text("vancomycin 125 mg capsules")), [] },
        { "embolisation", Service("Embolization of hepatic artery"), [OrderKind.LiverDirected, OrderKind.Surgery] },
        { "an opinion on embolisation", Service("Opinion on hepatic artery embolisation"), [] },
        { "chromogranin A", Service("Chromogranin A", "http://loinc.org", "9811-1"), [OrderKind.ChromograninA] },
        { "another drug", Drug(Atc("C08CA01", "amlodipine")), [] },
        { "fluorouracil for the skin", Drug(Text("Fluorouracil 5 % cream")), [] },
        { "a device", """{"resourceType":"DeviceRequest","id":"d","status":"draft","intent":"order","codeCodeableConcept":{"text":"everolimus-eluting stent"}}""", [] },
        { "a diet", """{"resourceType":"NutritionOrder","id":"d","status":"draft","intent":"order","dateTime":"2026-11-21"}""", [] },
        { "a booking by its service", """{"resourceType":"Appointment","id":"d","status":"proposed","serviceType":[{"text":"PRRT"}],"participant":[{"status":"needs-action"}]}""", [OrderKind.Prrt] },
        { "a contained drug", Referring("#m", """{"resourceType":"Medication","id":"m","code":{"text":"Sutent 12.5 mg"}}"""), [OrderKind.Sunitinib] },
        { "a referenced drug that comes with the call", Referring("Medication/companion"), [OrderKind.Everolimus] },
        { "a referenced drug of the record", Referring("Medication/known"), [OrderKind.Telotristat] },
        { "a referenced drug by its display", """{"resourceType":"MedicationRequest","id":"d","status":"draft","intent":"order","medicationReference":{"reference":"Medication/9","display":"Cabometyx 60 mg"}}""", [OrderKind.Cabozantinib] },
        { "a contained drug that is known by its ingredients", Referring("#m", """{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{"text":"fluorouracil"}}]}"""), [OrderKind.Chemotherapy] },
        { "a drug at the address of its entry", Referring("urn:uuid:5f8a4f0e-0b7c-4c55-9a51-2f6a5d1a7c11"), [OrderKind.Chemotherapy] },
        { "an opinion of a surgeon", Service("Referral to surgery (hepatobiliary, colorectal or thoracic)"), [OrderKind.SurgeryReferral] },
        { "a stop that names the drug", Drug(Lanreotide, status: "stopped"), [OrderKind.SsaStop] },
        { "a stop by the id of a therapy", """{"resourceType":"MedicationRequest","id":"therapy","status":"cancelled","intent":"order"}""", [OrderKind.SsaStop] },
        { "a stop of another drug", Drug(Everolimus, status: "stopped"), [] },
        { "a stop of short-acting octreotide", Drug(Octreotide, status: "stopped"), [] },
        { "a revoked service", Service("Lu-177 dotatate therapy", status: "revoked"), [] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_sorted_by_what_cards_ask_about(string story, string order, OrderKind[] expected) =>
        About(order).Draft.Kinds.Value().Should().BeEquivalentTo(expected, story);

    /// <summary>Story; an order that does not tell what it is about.</summary>
    public static TheoryData<string, string> Untold => new()
    {
        { "a drug that nobody has", Referring("Medication/nowhere") },
        { "a drug by a number of the house alone", Drug("""{"coding":[{"system":"http://hospital.example/drugs","code":"4711"}]}""") },
        { "no drug", """{"resourceType":"MedicationRequest","id":"d","status":"draft","intent":"order"}""" },
        { "no service", """{"resourceType":"ServiceRequest","id":"d","status":"draft","intent":"order"}""" },
        { "a booking for an order that nobody has", """{"resourceType":"Appointment","id":"d","status":"proposed","basedOn":[{"reference":"ServiceRequest/nowhere"}],"participant":[{"status":"needs-action"}]}""" },
        { "an order for somebody else", """{"resourceType":"ServiceRequest","id":"d","status":"draft","intent":"order","subject":{"reference":"Patient/other"},"code":{"text":"PRRT"}}""" },
    };

    [Theory]
    [MemberData(nameof(Untold))]
    public void An_order_that_does_not_tell_what_it_is_about_may_be_any(string story, string order)
    {
        About(order).Draft.Kinds.WhyUnknown.Should().Be(UnknownReason.Unreadable, story);
        About(order).Draft.Kinds.Missing.Should().Equal("draft-orders");
    }

    [Theory]
    [InlineData("its reason counts, and not an old note", "nausea", "Started before curative resection", false)]
    [InlineData("its reason says it", "completed surgery, curative", "", true)]
    public void A_stop_is_for_cure_by_its_own_reason(string story, string reason, string note, bool expected) =>
        About(Drug(Lanreotide, status: "stopped", more: $$""","statusReason":{"text":"{{reason}}"},"note":[{"text":"{{note}}"}]""")).Draft.StopForCure.Value().Should().Be(expected, story);

    /// <summary>The orders that the service offers itself, apart from drugs and the operation among them.</summary>
    public static TheoryData<string> OwnReferralsAndReviews =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("cds-cards", "orders"), "*.order.json")
            .Select(file => Path.GetFileName(file))
            .Where(file => file != "cholecystectomy.order.json" && OwnOrder(file)["resource"]!["resourceType"]!.GetValue<string>() == "ServiceRequest")
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(OwnReferralsAndReviews))]
    public void A_referral_or_review_is_never_taken_for_the_treatment_it_is_about(string file)
    {
        OrderKind[] treatments =
        [
            OrderKind.Prrt, OrderKind.YttriumPrrt, OrderKind.Chemotherapy, OrderKind.Platinum, OrderKind.LiverDirected, OrderKind.Surgery,
            OrderKind.AbdominalSurgery, OrderKind.PancreasSurgery, OrderKind.ThoracicSurgery, OrderKind.Cholecystectomy, OrderKind.Everolimus,
            OrderKind.Sunitinib, OrderKind.Cabozantinib, OrderKind.Belzutifan, OrderKind.Telotristat, OrderKind.Pasireotide, OrderKind.LongActingSsa,
            OrderKind.ShortActingOctreotide, OrderKind.HistamineReleasing, OrderKind.Sympathomimetic,
        ];
        var own = OwnOrder(file);
        var order = own["resource"]!.AsObject();
        (order["id"], order["status"], order["intent"]) = ("d", "draft", "order");

        About(order.ToJsonString()).Draft.Kinds.Value().Should().NotIntersectWith(treatments, file);
        About(Service(own["label"]!.GetValue<string>())).Draft.Kinds.Value().Should().NotIntersectWith(treatments, "{0} by its label", file);
    }

    /// <summary>Story; the order; its name.</summary>
    public static TheoryData<string, string, string?> Names => new()
    {
        { "its wording", Drug(Everolimus), "everolimus" },
        { "a display", Drug("""{"coding":[{"system":"http://www.whocc.no/atc","code":"L01EX01","display":"SUNITINIB"}]}"""), "SUNITINIB" },
        { "a bare code is named by the list", Drug(Atc("L01XA01")), "Cisplatin" },
        { "a bare code of a whole group, too", Drug(Atc("H01CB02")), "Octreotide" },
        { "a bare code of no list", Service(null, "http://hospital.example/codes", "X1"), "X1" },
        { "a drug by reference", Referring("Medication/companion"), "Afinitor 10 mg" },
        { "nothing", """{"resourceType":"ServiceRequest","id":"d","status":"draft","intent":"order"}""", null },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void An_order_is_called_as_it_is_written(string story, string order, string? expected) =>
        ValueOf(About(order).Draft.Name).Should().Be(expected, story);

    /// <summary>Story; the dosage; dose and daily dose in mg; times a day; days from dose to dose; in words.</summary>
    public static TheoryData<string, string, decimal?, decimal?, decimal?, decimal?, string?> Doses => new()
    {
        { "structured, daily", Dosage(10, "mg", 1, 1, "d"), 10, 10, 1, 1, "10 mg once daily" },
        { "structured, three times a day", Dosage(250, "mg", 3, 1, "d"), 250, 750, 3, null, "250 mg 3 times daily" },
        { "structured, every four weeks", Dosage(90, "mg", 1, 4, "wk"), 90, null, null, 28, "90 mg every 4 weeks" },
        { "a month counts as 28 days", Dosage(120, "mg", 1, 1, "mo"), 120, null, null, 28, "120 mg every 4 weeks" },
        { "in words", """[{"text":"37.5 mg by mouth once daily"}]""", 37.5m, 37.5m, 1, 1, "37.5 mg once daily" },
        { "micrograms", """[{"text":"100 ug SC TID"}]""", 0.1m, 0.3m, 3, null, "0.1 mg 3 times daily" },
        { "no rhythm", """[{"text":"20 mg"}]""", 20, null, null, null, "20 mg" },
        { "every 31 days", """[{"text":"120 mg every 31 days"}]""", 120, null, null, 31, "120 mg every 31 days" },
        { "nothing", "[]", null, null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Doses))]
    public void Dose_and_rhythm_are_read(string story, string dosage, decimal? dose, decimal? daily, decimal? times, decimal? interval, string? words)
    {
        var draft = About(Drug(Everolimus, dosage)).Draft;

        Exactly(draft.Dose).Should().Be(dose, story);
        Exactly(draft.DailyDose).Should().Be(daily, story);
        (draft.TimesPerDay is Fact<decimal>.Known often ? often.Value : (decimal?)null).Should().Be(times, story);
        (draft.IntervalDays is Fact<decimal>.Known days ? days.Value : (decimal?)null).Should().Be(interval, story);
        ValueOf(draft.DoseWording).Should().Be(words, story);
    }

    [Fact]
    public void A_range_of_doses_stays_a_range() =>
        About(Drug(Octreotide, """[{"doseAndRate":[{"doseRange":{"low":{"value":20,"unit":"mg"},"high":{"value":30,"unit":"mg"}}}]}]"""))
            .Draft.Dose.Value().Should().Be(new Interval<decimal>(20, 30));

    /// <summary>Story; the order; its day; the day that it is reckoned for.</summary>
    public static TheoryData<string, string, string?, string> Days => new()
    {
        { "a service on its day", Service("PRRT", more: ""","occurrenceDateTime":"2026-12-01" """), "2026-12-01", "2026-12-01" },
        { "a drug with the day of a dose", Drug(Lanreotide, """[{"timing":{"event":["2026-12-02"]}}]"""), "2026-12-02", "2026-12-02" },
        { "a drug from a day on", Drug(Lanreotide, """[{"timing":{"repeat":{"boundsPeriod":{"start":"2026-12-03"}}}}]"""), "2026-12-03", "2026-12-03" },
        { "a drug dispensed from a day on", Drug(Lanreotide, more: ""","dispenseRequest":{"validityPeriod":{"start":"2026-12-04"}}"""), "2026-12-04", "2026-12-04" },
        { "a booking", """{"resourceType":"Appointment","id":"d","status":"proposed","start":"2026-12-05T09:00:00Z","participant":[{"status":"needs-action"}]}""", "2026-12-05", "2026-12-05" },
        { "a month alone", Service("PRRT", more: ""","occurrenceDateTime":"2026-12" """), "2026-12", "2026-12-01" },
        { "none", Service("PRRT"), null, "2026-11-21" },
        { "a day that has passed", Service("PRRT", more: ""","occurrenceDateTime":"2026-11-01" """), "2026-11-01", "2026-11-21" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void The_planned_day_is_its_own_or_today(string story, string order, string? expected, string reckoned)
    {
        var draft = About(order).Draft;

        (draft.Date is Fact<PartialDate>.Known known ? known.Value.ToString() : null).Should().Be(expected, story);
        draft.Day.Should().Be(EventRecord.Day(reckoned), story);
    }

    /// <summary>Story; the order; whether it is for another disease.</summary>
    public static TheoryData<string, string, bool> Reasons => new()
    {
        { "no reason", Drug(Lanreotide), false },
        { "acromegaly", Drug(Lanreotide, more: ""","reasonCode":[{"text":"Acromegaly"}]"""), true },
        { "renal cell carcinoma by code", Drug(Everolimus, more: ""","reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C64.9"}]}]"""), true },
        { "the NET", Drug(Everolimus, more: ""","reasonCode":[{"text":"Neuroendocrine tumour of the ileum"}]"""), false },
        { "the NET and another", Drug(Everolimus, more: ""","reasonCode":[{"text":"Acromegaly"},{"text":"Neuroendocrine tumour of the ileum"}]"""), false },
        { "a diagnosis by reference", Drug(Everolimus, more: ""","reasonReference":[{"reference":"Condition/kidney"}]"""), true },
        { "a reason that says nothing of a disease", Drug(Everolimus, more: ""","reasonCode":[{"text":"Cycle 2"}]"""), false },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_may_name_another_disease(string story, string order, bool expected) =>
        About(order).Draft.ForOtherDisease.Value().Should().Be(expected, story);

    /// <summary>Story; where the NET began, by its code; the reason of the order, by its code; whether it is for another disease, null for unknown.</summary>
    public static TheoryData<string, string, string, bool?> Cancers => new()
    {
        { "breast", "C7A.012", "C50.911", true },
        { "bladder", "C7A.012", "C67.9", true },
        { "lymphoma", "C7A.012", "C83.30", true },
        { "the NET", "C7A.012", "C7A.012", false },
        { "its metastases", "C7A.012", "C7B.02", false },
        { "metastases of some tumour", "C7A.012", "C78.7", false },
        { "islets", "C25.4", "C25.4", false },
        { "sigmoid, NET of the ileum", "C7A.012", "C18.7", true },
        { "lung, NET of the ileum", "C7A.012", "C34.11", true },
        { "lung, NET of the lung", "C7A.090", "C34.11", false },
        { "ileum, NET of the ileum", "C7A.012", "C17.2", false },
        { "small intestine, NET of the duodenum", "C7A.010", "C17.9", false },
        { "caecum, NET of the ileum", "C7A.012", "C18.0", false },
        { "head of the pancreas, NET of the pancreas", "C25.4", "C25.0", false },
        { "head of the pancreas, NET of the rectum", "C7A.026", "C25.0", true },
        { "sigmoid, NET of unknown site", "C7A.00", "C18.7", null },
        { "a rash", "C7A.012", "L30.9", false },
    };

    [Theory]
    [MemberData(nameof(Cancers))]
    public void Another_cancer_is_another_disease_unless_it_may_be_the_net_itself(string story, string net, string reason, bool? expected)
    {
        var order = Drug(Everolimus, more: $$$""","reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{{reason}}}"}]}]""");
        var fact = About(order, $$$"""{"resourceType":"Condition","id":"net","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{{net}}}"}]}}""").Draft.ForOtherDisease;

        (fact is Fact<bool>.Known known ? known.Value : (bool?)null).Should().Be(expected, story);
    }

    [Theory]
    [InlineData("Laparoscopic cholecystectomy", true)]
    [InlineData("Right hemicolectomy with cholecystectomy", false)]
    [InlineData("Right hemicolectomy", false)]
    public void The_removal_of_the_gallbladder_alone_is_told_apart(string order, bool expected) =>
        About(Service(order)).Draft.OnlyCholecystectomy.Value().Should().Be(expected);

    /// <summary>Story; what the record holds of short-acting octreotide; whether a dose lies within a day before the therapy of 1 December.</summary>
    public static TheoryData<string, string, bool> ShortActing => new()
    {
        { "given yesterday, the therapy is later", ShortDose("2026-11-20"), false },
        { "dated for that day", ShortOrder("""{"event":["2026-12-01"]}"""), true },
        { "dated for the day before", ShortOrder("""{"event":["2026-11-30"]}"""), true },
        { "dated two days before", ShortOrder("""{"event":["2026-11-29"]}"""), false },
        { "dated for the day after", ShortOrder("""{"event":["2026-12-02"]}"""), false },
        { "from day to day across it", ShortOrder("""{"repeat":{"boundsPeriod":{"start":"2026-11-20","end":"2026-12-10"}}}"""), true },
        { "ends two days before", ShortOrder("""{"repeat":{"boundsPeriod":{"start":"2026-11-20","end":"2026-11-29"}}}"""), false },
        { "goes on without a day", ShortOrder("""{"repeat":{"frequency":3,"period":1,"periodUnit":"d"}}"""), false },
        { "begins without an end", ShortOrder("""{"repeat":{"boundsPeriod":{"start":"2026-11-20"}}}"""), false },
    };

    [Theory]
    [MemberData(nameof(ShortActing))]
    public void Only_dated_short_acting_doses_are_near(string story, string resource, bool expected) =>
        About(Service("PRRT", more: ""","occurrenceDateTime":"2026-12-01" """), resource).Draft.ShortActingDoseNear.Value().Should().Be(expected, story);

    [Fact]
    public void Notes_tell_why()
    {
        About(Drug(Lanreotide, more: ""","note":[{"text":"Dose escalation for breakthrough symptoms"}]""")).Draft.EscalationStated.Value().Should().BeTrue();
        About(Drug(Lanreotide)).Draft.EscalationStated.Value().Should().BeFalse();
        About(Drug(Text("Norepinephrine"), more: ""","note":[{"text":"for hypotension"}]""")).Draft.AgainstHypotension.Value().Should().BeTrue();
    }

    /// <summary>Story; doses of the record; the planned day; the days between, or null when none is known.</summary>
    public static TheoryData<string, string[], string, string?> Gaps => new()
    {
        { "given 14 days before", [Given("2026-11-07")], "2026-11-21", "14-14" },
        { "the last of several", [Given("2026-10-01"), Given("2026-10-29")], "2026-11-26", "28-28" },
        { "a month alone", [Given("2026-10")], "2026-11-21", "21-51" },
        { "booked before the day", [Given("2026-11-07"), Booked("2026-12-01")], "2026-12-06", "5-5" },
        { "booked on the day itself, after the therapy", [Given("2026-10-29"), Booked("2026-12-06")], "2026-12-06", "38-38" },
        { "booked later", [Given("2026-10-29"), Booked("2026-12-08")], "2026-12-06", "38-38" },
        { "none", [], "2026-11-21", null },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Days_are_counted_from_the_last_long_acting_dose(string story, string[] doses, string day, string? expected)
    {
        var days = About(Service("PRRT", more: $""","occurrenceDateTime":"{day}" """), doses).Draft.DaysAfterLongActingDose;

        (days is Fact<Interval<decimal>>.Known known ? $"{known.Value.Low:0}-{known.Value.High:0}" : null).Should().Be(expected, story);
    }

    [Fact]
    public void Another_long_acting_analogue_is_one_of_the_record()
    {
        const string depot = """{"resourceType":"MedicationRequest","id":"a","status":"active","intent":"order","medicationCodeableConcept":{"text":"Sandostatin LAR 30 mg"}}""";

        About(Drug(Lanreotide), depot).Draft.OtherLongActingSsa.Value().Should().BeTrue();
        About(Drug(Text("octreotide LAR")), depot).Draft.OtherLongActingSsa.Value().Should().BeFalse();
        About(Drug(Everolimus), depot).Draft.OtherLongActingSsa.Value().Should().BeFalse();
    }

    [Fact]
    public void An_order_that_cannot_be_read_is_unknown_in_everything()
    {
        var draft = About("""{"resourceType":"MedicationRequest","id":"d","status":"draft","medicationCodeableConcept":"everolimus"}""").Draft;

        IFact[] facts =
        [
            draft.Kinds, draft.Name, draft.Date, draft.Dose, draft.DailyDose, draft.IntervalDays, draft.ForOtherDisease, draft.EscalationStated,
            draft.DaysAfterLongActingDose, draft.OtherLongActingSsa, draft.PpiFreeDays, draft.HiaaInterference, draft.PrrtLabsMissing,
        ];
        facts.Should().AllSatisfy(fact => fact.WhyUnknown.Should().Be(UnknownReason.Unreadable)).And.AllSatisfy(fact => fact.Missing.Should().Equal("draft-orders"));
    }

    [Fact]
    public void An_order_that_was_selected_and_not_sent_is_missing() =>
        PictureOf([DraftOrder.OutOfReach("MedicationRequest/9", NeedGap.NotSupplied)]).PerDraft.Single().Draft.Kinds
            .Should().Match<Fact<System.Collections.Immutable.ImmutableHashSet<OrderKind>>>(
                kinds => kinds.WhyUnknown == UnknownReason.NotRetrieved && kinds.Missing.SequenceEqual(new[] { "draft-orders" }));

    [Fact]
    public void Without_an_order_there_is_nothing_of_one()
    {
        var draft = PictureOf([]).Draft;

        draft.Kinds.Value().Should().BeEmpty();
        draft.Name.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        draft.ForOtherDisease.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void What_an_order_is_called_is_no_free_text() =>
        About(Drug(Text("Afinitor 10 mg"))).Draft.Kinds.Evidence.Should().ContainSingle().Which.Confidence.Should().Be(Confidence.Coded);

    [Fact]
    public void Only_orders_that_are_judged_have_a_picture() =>
        PictureOf([new(Read(Drug(Everolimus)), IsJudged: false), new(Read(Drug(Lanreotide)))]).PerDraft
            .Should().ContainSingle().Which.Draft.Name.Value().Should().Be("lanreotide");

    /// <summary>The picture about one order, for a patient with a NET and a tumour of the kidney on lanreotide of an id.</summary>
    private static ClinicalPicture About(string order, params string[] record) => PictureOf([new(Read(order))], record).PerDraft.Single();

    private static ClinicalPicture PictureOf(DraftOrder[] drafts, params string[] record)
    {
        Resource[] resources =
        [
            .. record.Select(Read),
            Read("""{"resourceType":"Condition","id":"kidney","code":{"text":"Renal cell carcinoma"}}"""),
            Read("""{"resourceType":"Medication","id":"known","code":{"text":"telotristat"}}"""),
            Read($$"""{"resourceType":"MedicationRequest","id":"therapy","status":"completed","intent":"order","authoredOn":"2020","medicationCodeableConcept":{{Lanreotide}}}"""),
        ];
        var answers = NeedInfo.All.Where(info => info.Need != DataNeed.DraftOrders)
            .Select(info => new NeedAnswer(info.Need, [.. resources.Where(resource => NeedOf(resource) == info.Need)]));
        var call = new CallContext(Hook.OrderSign)
        {
            Drafts = [.. drafts],
            Companions =
            [
                Read("""{"resourceType":"Medication","id":"companion","code":{"text":"Afinitor 10 mg"}}"""),
                Read("""{"resourceType":"Medication","code":{"text":"Xeloda"}}""") with { Id = "urn:uuid:5f8a4f0e-0b7c-4c55-9a51-2f6a5d1a7c11" },
            ],
        };
        return new(new PatientRecord("pat-1", answers, call), TestKnowledge.Concepts, TestKnowledge.Intervals, SomeChart.Today, TimeZoneInfo.Utc);
    }

    private static DataNeed NeedOf(Resource resource) =>
        resource is Medication ? DataNeed.MedicationRequests : NeedInfo.All.First(info => info.ResourceType == resource.TypeName).Need;

    private static JsonNode OwnOrder(string file) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("cds-cards", "orders", file)))!;

    private static Resource Read(string json) => JsonSerializer.Deserialize(json, FhirJson.Default.Resource)!;

    private static string Drug(string drug, string dosage = "[]", string status = "draft", string more = "") =>
        $$"""{"resourceType":"MedicationRequest","id":"d","status":"{{status}}","intent":"order","medicationCodeableConcept":{{drug}},"dosageInstruction":{{dosage}}{{more}}}""";

    private static string Service(string? text, string? system = null, string? code = null, string status = "draft", string more = "") =>
        $$"""{"resourceType":"ServiceRequest","id":"d","status":"{{status}}","intent":"order","code":{{Concept(text, system, code)}}{{more}}}""";

    private static string Referring(string reference, string contained = "") =>
        $$$"""{"resourceType":"MedicationRequest","id":"d","contained":[{{{contained}}}],"status":"draft","intent":"order","medicationReference":{"reference":"{{{reference}}}"}}""";

    private static string Given(string day) =>
        $$"""{"resourceType":"MedicationAdministration","id":"{{day}}","status":"completed","effectiveDateTime":"{{day}}","medicationCodeableConcept":{{Lanreotide}}}""";

    private static string ShortDose(string day) =>
        $$"""{"resourceType":"MedicationAdministration","id":"{{day}}","status":"completed","effectiveDateTime":"{{day}}","medicationCodeableConcept":{{Octreotide}}}""";

    private static string ShortOrder(string timing) =>
        $$"""{"resourceType":"MedicationRequest","id":"s","status":"active","intent":"order","medicationCodeableConcept":{{Octreotide}},"dosageInstruction":[{"timing":{{timing}}}]}""";

    private static string Booked(string day) =>
        $$"""{"resourceType":"Appointment","id":"{{day}}","status":"booked","serviceType":[{"text":"Lanreotide injection"}],"start":"{{day}}T09:00:00Z"}""";

    private static string Dosage(decimal value, string unit, int frequency, int period, string periodUnit) =>
        $$$"""[{"timing":{"repeat":{"frequency":{{{frequency}}},"period":{{{period}}},"periodUnit":"{{{periodUnit}}}"}},"doseAndRate":[{"doseQuantity":{"value":{{{value}}},"unit":"{{{unit}}}"}}]}]""";

    private static string Atc(string code, string? text = null) => Concept(text, "http://www.whocc.no/atc", code);

    private static string Text(string text) => Concept(text, null, null);

    private static string Concept(string? text, string? system, string? code)
    {
        var coding = code is null ? null : $"\"coding\":[{{\"system\":\"{system}\",\"code\":\"{code}\"}}]";
        return $"{{{string.Join(',', new[] { coding, text is null ? null : $"\"text\":\"{text}\"" }.OfType<string>())}}}";
    }

    private static string? ValueOf(Fact<string> fact) => fact is Fact<string>.Known known ? known.Value : null;

    private static decimal? Exactly(Fact<Interval<decimal>> fact) => fact is Fact<Interval<decimal>>.Known known ? known.Value.Low : null;
}
