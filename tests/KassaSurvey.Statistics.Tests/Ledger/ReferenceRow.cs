namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>One row of a reference file: its figures by column. Text, notes and empty fields are not figures.</summary>
public sealed record ReferenceRow(string File, string Id, IReadOnlyDictionary<string, double> Figures);
