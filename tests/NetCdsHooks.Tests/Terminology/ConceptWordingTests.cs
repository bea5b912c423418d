using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Terminology;

/// <summary>What clinicians write, and what must not be taken for it.</summary>
public class ConceptWordingTests
{
    private static readonly Dictionary<string, (string[] Means, string[] Not)> Wordings = new()
    {
        ["octreotide-long-acting"] = (
            [
                "Octreotide Teva 30 mg powder and solvent for prolonged-release suspension for injection", "octreotide extended release 20 mg",
                "octreotide sustained-release", "octreotide, modified release", "Octreotid Retard 20 mg", "Sandostatin Depotspritze", "Sandostatin LAR-Monatsdepot",
                "octreotide acetate microspheres 20 mg", "Octreotide LAR 20 mg", "octreotide 30 mg IM every 4 weeks", "20 mg i.m.", "deep intragluteal, every 28 days",
            ],
            [
                "Octreotide 100 micrograms/ml solution for injection", "octreotide 100 ug SC", "Mycapssa 20 mg delayed-release capsules", "octreotide, non-depot",
                "not prolonged-release", "kein Depot", "s.c. im Oberschenkel", "100 ug i.v.", "pasireotide LAR", "Lanreotid Depot", "do not give IM", "not for intramuscular use",
            ]),
        ["route-intramuscular"] = (
            ["IM", "im", "i.m.", "i. m.", "intramuscular", "intramuscularly", "intra-muscular injection", "intramuskulär", "deep intragluteal", "deep gluteal injection", "deep subcutaneous", "tief subkutan"],
            ["SC", "subcutaneous", "intravenous", "i.v.", "s.c. im Bauchbereich", "im Wechsel rechts und links", "never IM", "intermittent", "by mouth"]),
        ["stopped-for-cure"] = (
            [
                "cured", "tumour removed, cured", "Completed surgery, curative", "Completed surgery, R0", "completed surgery curative", "curative resection", "after curative resection",
                "curative resection done", "curative pancreatectomy performed", "resection was curative", "surgery complete", "complete resection", "tumour completely resected",
                "curatively resected", "resection with curative intent, R0", "Completed curative surgery", "kurative Resektion erfolgt", "cure achieved",
                "3 May 2026: curative resection done", "curative resection done, not needed any more", "vor 3 Wochen kurativ operiert",
            ],
            [
                "curative", "awaiting curative surgery", "planned curative resection", "before curative resection", "bridging to curative surgery", "not curative", "surgery was not curative",
                "palliative", "palliative resection complete", "non-curative resection", "not yet cured", "incurable", "incomplete resection", "not completely resected", "curative surgery planned",
                "stopped for curative surgery", "to complete surgery first", "candidate for curative resection", "curative resection declined", "listed for curative hepatectomy",
                "curative surgery next week", "complete resection not possible", "curative resection attempted", "R2 resection complete", "vor kurativer Resektion", "scheduled for complete resection", "diarrhoea",
            ]),
        ["prrt"] = (
            [
                "PRRT", "PRRT cycle 1", "Lu-177 dotatate therapy cycle 1", "Lutathera 7.4 GBq", "177Lu-DOTATATE", "Lutetium-177 DOTATOC therapy", "peptide receptor radionuclide therapy",
                "Peptidrezeptor-Radionuklidtherapie", "PRRT cycle 2 with dosimetry", "Lu-177 dotatate, cycle 3 of 4", "PRRT cycle 1 incl. post-therapy scan", "PRRT 4th cycle", "salvage PRRT after earlier PRRT", "PRRT after evaluation of DOTATATE PET",
                "Lu-177 dotatate therapy, SPECT/CT at 24 h",
            ],
            [
                "Referral to nuclear medicine: assessment for peptide receptor radionuclide therapy", "Referral for PRRT", "PRRT referral", "PRRT assessment", "assessed for PRRT",
                "evaluation for Lu-177 dotatate", "Nuclear medicine consult: PRRT", "opinion on PRRT", "PRRT clinic", "consult about Lutathera", "consider PRRT", "eligibility for radionuclide therapy",
                "PRRT dosimetry", "Dosimetry after PRRT", "Lu-177 post-therapy scan", "post-therapy SPECT/CT after Lu-177", "Lu-177 SPECT/CT", "Lu-177 dotatate therapy: post-therapy scan", "Blood count before PRRT",
                "Vorstellung zur PRRT", "Lu-177 PSMA", "Lu-177 dotatate therapy assessment", "PRRT to be considered", "post-PRRT imaging", "discussion of PRRT",
            ]),
        ["platinum"] = (
            ["cisplatin 75 mg/m2", "Carboplatin AUC 5", "Paraplatin", "platinum-etoposide cycle 1", "platinhaltige Chemotherapie", "carboplatin and etoposide, given in the day clinic"],
            ["Medical oncology: assessment for platinum-etoposide", "Referral to oncology for cisplatin", "consult on carboplatin", "platinum clinic", "opinion about platinum", "platinum coil", "platinum-resistant", "plate"]),
        ["chemotherapy"] = (
            ["Capecitabin 1500 mg", "Xeloda", "Temozolomid 200 mg/m2", "Temodal", "Temodar", "Etoposid 100 mg/m2", "VP-16", "Gemcitabin", "Dacarbazin", "CAPTEM cycle 3", "Streptozotocin"],
            ["assessment for chemotherapy of a pancreatic NET", "Oncology: evaluation for capecitabine and temozolomide", "Referral to oncology: temozolomide", "CAPTEM clinic", "5-FU Creme", "Capecitabine consult"]),
        ["everolimus"] = (
            ["Afinitor 10 mg", "Votubia 5 mg", "everolimus 10 mg once daily"],
            ["assessment for everolimus", "Referral to oncology for everolimus", "everolimus clinic", "Everolimus trough level", "Certican", "everolimus-eluting stent", "opinion on Afinitor"]),
        ["sunitinib"] = (["Sutent 12.5 mg", "sunitinib"], ["evaluation for sunitinib", "sunitinib clinic"]),
        ["cabozantinib"] = (["Cabometyx 60 mg"], ["assessment for cabozantinib", "referral for Cabometyx"]),
        ["telotristat"] = (["Xermelo 250 mg"], ["evaluation for telotristat"]),
        ["belzutifan"] = (["Welireg 120 mg"], ["assessment for belzutifan"]),
        ["liver-directed"] = (
            [
                "Embolization of hepatic artery", "hepatic artery embolisation", "Embolisation of the right hepatic artery", "Cryoablation of liver lesion", "thermal ablation of hepatic metastasis",
                "TARE", "TACE", "chemoembolisation", "Leberembolisation", "Chemoembolisation der Leber", "Radiofrequenzablation einer Lebermetastase", "Microwave ablation of liver metastasis", "CT-guided RFA of liver lesion after TACE",
            ],
            [
                "Referral to interventional radiology (ablation, embolisation, radioembolisation of liver metastases)", "Assessment for TACE", "TACE assessment", "opinion on liver ablation", "SIRT clinic",
                "Interventional radiology consult: chemoembolisation", "SIRT work-up angiography", "Embolization of portal vein of liver", "Embolisation of hepatic artery aneurysm", "MRI liver after TACE",
                "Uterine artery embolisation", "Cryoablation of prostate", "keine TACE", "Vorstellung zur TACE", "Cryotherapy of wart",
            ]),
        ["surgery"] = (
            ["Right hemicolectomy", "Hemikolektomie rechts", "Leberresektion", "Pankreatektomie", "Appendektomie", "Pankreaslinksresektion", "Right hemicolectomy with evaluation of resection margins"],
            [
                "Referral to surgery (hepatobiliary, colorectal or thoracic)", "Refer to surgery", "Referral for pancreatectomy", "assessment for resection", "surgical consult: hepatectomy", "evaluation for liver transplantation",
                "Überweisung zur Leberresektion", "keine Operation", "pancreatectomy clinic", "opinion on resection",
            ]),
        ["resection-pancreas"] = (
            ["Pankreatektomie", "Pankreaslinksresektion", "Whipple", "Whipple-Operation", "Enukleation eines Insulinoms", "Distal pancreatectomy"],
            ["Referral for pancreatectomy", "assessment for Whipple", "keine Pankreatektomie", "Vorstellung zur Pankreatektomie", "Pankreaspunktion", "consult about pancreatic resection"]),
        ["resection-small-intestine"] = (
            ["Hemikolektomie rechts", "Rechtsseitige Hemikolektomie", "Ileozökalresektion", "Dünndarmresektion", "Dünndarmsegmentresektion"],
            ["Hemikolektomie links", "referral for right hemicolectomy", "keine Dünndarmresektion", "Dünndarmbiopsie"]),
        ["resection-appendix"] = (["Appendektomie", "Hemikolektomie rechts", "Appendizektomie"], ["Appendizitis", "Hemikolektomie links", "Appendektomie abgelehnt"]),
        ["resection-colon"] = (["Hemikolektomie rechts", "Hemikolektomie links", "Sigmaresektion"], ["Koloskopie", "evaluation for colectomy"]),
        ["resection-duodenum"] = (["Duodenopankreatektomie", "Whipple"], ["Duodenoskopie", "referral for Whipple"]),
        ["liver-resection"] = (["Leberresektion", "Leberteilresektion", "Hemihepatektomie", "Zustand nach Leberresektion"], ["Leberbiopsie", "assessment for liver resection", "Leberresektion nicht möglich", "Leberembolisation"]),
        ["cholecystectomy"] = (["Cholezystektomie", "laparoscopic cholecystectomy"], ["Cholezystitis", "keine Cholezystektomie", "referral for cholecystectomy", "Cholezystektomie geplant"]),
        ["biopsy"] = (["Leberbiopsie", "Leberbiopsie CT-gesteuert", "Stanzbiopsie der Leber", "CT-guided biopsy of liver"], ["Prostatastanzbiopsie", "Leberresektion"]),
        ["ct"] = (
            ["CT abdomen", "CT of the liver"],
            ["Leberbiopsie CT-gesteuert", "CT-gesteuerte Leberbiopsie", "Leberbiopsie unter CT-Kontrolle", "CT-geführte Punktion", "CT-guided biopsy", "CT biopsy of liver", "CT-Punktion", "PET/CT"]),
        ["mri"] = (["MRI liver"], ["MRI-guided biopsy", "MR-gesteuerte Biopsie"]),
        ["octreotide"] = (["Octreotid 100 µg", "Sandostatin", "Sandostatin LAR"], ["Octreotid-Szintigraphie", "Octreotide scan", "Octreotidspiegel", "68Ga-Edotreotid"]),
        ["lanreotide"] = (["Lanreotid 120 mg", "Somatuline Autogel", "Somatuline Depot", "Autogel 120 mg"], ["Octreotid", "Somatostatin"]),
        ["pasireotide"] = (["Pasireotid", "Signifor"], ["Octreotid", "assessment for pasireotide"]),
        ["ppi"] = (
            ["Pantoprazol 40 mg", "Omeprazol", "Esomeprazol", "Lansoprazol", "Rabeprazol", "Nexium", "Pantozol", "Losec", "Antra MUPS", "Protonenpumpenhemmer"],
            ["Aripiprazol", "PPI-Unverträglichkeit", "Pantoprazol allergy", "Metronidazol"]),
        ["opioid"] = (["Morphin 10 mg", "Morphinsulfat", "Pethidin", "Demerol", "MS Contin 30 mg", "Oxycodon", "Hydromorphon", "Kodein", "MST Continus 10 mg"], ["Apomorphin", "MST score", "Opioid withdrawal", "Naloxone nasal spray"]),
        ["serotonergic"] = (["Sertralin 50 mg", "Zoloft", "Fluoxetin", "Venlafaxin", "Cipralex"], ["Sertralin allergy", "Atomoxetin", "Serotonin in blood"]),
        ["histamine-releasing"] = (
            [
                "Morphin 5 mg i.v.", "MS Contin 30 mg", "Pethidin 50 mg", "Demerol", "Tracrium 50 mg", "Atracurium", "Codein",
                "vancomycin 1 g IV", "Vancomycin 500 mg powder for concentrate for solution for infusion", "vancomycin 1 g intravenous", "vancomycin 1 g",
                "vancomycin powder for solution for infusion or oral solution", "vancomycin 1 g i.v., change to oral later",
            ],
            ["vancomycin 125 mg capsules", "oral vancomycin", "vancomycin 125 mg q.i.d. by mouth", "Vancomycin-Kapseln 250 mg", "vancomycin 125 mg PO", "Vancomycin trough level", "vancomycin-resistant enterococcus", "cisatracurium", "Apomorphin", "teicoplanin"]),
        ["sympathomimetic"] = (["Levophed", "Noradrenalin 0.1 µg/kg/min", "Adrenalin 1 mg", "Arterenol", "norepinephrine", "Dopamin"], ["phenylephrine", "Dopamin-Agonist", "dopamine antagonist", "Metanephrin"]),
        ["carcinoid-syndrome"] = (["Karzinoid-Syndrom", "Karzinoidsyndrom", "carcinoid syndrome"], ["kein Karzinoid-Syndrom", "Ausschluss Karzinoidsyndrom", "Karzinoid-Syndrom ausgeschlossen", "Karzinoid", "kein Hinweis auf ein Karzinoidsyndrom"]),
        ["net"] = (
            ["neuroendokriner Tumor des Pankreas", "Neuroendokrines Karzinom", "neuroendokrine Neoplasie", "Insulinom", "Gastrinom", "Karzinoid des Ileums", "Metastasiertes Insulinom"],
            [
                "Karzinoid-Syndrom", "Karzinoidsyndrom", "kein neuroendokriner Tumor", "Ausschluss eines Insulinoms", "kein Anhalt für ein Gastrinom", "Insulinom ausgeschlossen", "neuroendokrines Karzinom der Haut",
                "Neuroendokrinologie", "Phäochromozytom (neuroendokriner Tumor)",
            ]),
        ["insulinoma"] = (["Insulinom", "Insulinom des Pankreasschwanzes", "insulinoma"], ["kein Insulinom", "Ausschluss Insulinom", "Insulinom unwahrscheinlich", "Insulin"]),
        ["gastrinoma"] = (["Gastrinom", "gastrinoma"], ["kein Gastrinom", "Gastrin", "Gastrinom nicht bestätigt"]),
    };

    /// <summary>Concept; wording; whether it is meant.</summary>
    public static TheoryData<string, string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, bool>();
            foreach (var (concept, (means, not)) in Wordings)
            {
                foreach (var text in means)
                    rows.Add(concept, text, true);
                foreach (var text in not)
                    rows.Add(concept, text, false);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_wording_means_what_clinicians_mean_by_it(string concept, string text, bool isMeant)
    {
        var library = TestKnowledge.Concepts;

        library.Match(library[concept], new CodeableConcept { Text = text }).Should().Be(isMeant ? ConceptMatch.ByText : ConceptMatch.No, $"{concept}: {text}");
    }
}
