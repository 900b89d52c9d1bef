using System.CommandLine;
using System.CommandLine.Parsing;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Commands;

/// <summary>The options of <c>compare</c> that only files need.</summary>
internal sealed class ComparedFiles
{
    private readonly Option<FileInfo> _with = new Option<FileInfo>("--with")
    {
        Description = "The file of the wave that --file is compared with.", HelpName = "FILE",
    }.AcceptExistingOnly();

    private readonly Option<string?> _wave = new("--wave") { Description = "Column of --file that tells its two waves apart.", HelpName = "COLUMN" };

    private readonly Option<string?> _between = new("--between")
    {
        Description = "The two values of --wave to compare; default: the only two, the lower one the older.", HelpName = "OLD,NEW",
    };

    private readonly Option<string?> _weight = new("--weight") { Description = "Column of weights.", HelpName = "COLUMN" };

    private readonly Option<string?> _id = new("--id")
    {
        Description = "Column that names the member in both waves, so that those who answered twice count once.", HelpName = "COLUMN",
    };

    private readonly Option<string[]> _scale = new("--scale")
    {
        Description = "Scale of the items, for example 1-7 (the default); of one item: CODE=0-10. May be repeated.", HelpName = "MIN-MAX",
    };

    public ComparedFiles() => _scale.Validators.Add(parsed =>
    {
        foreach (var token in parsed.Tokens.Where(token => !AnswerScale.TryParse(token.Value.Split('=')[^1], out _) || token.Value.Split('=').Length > 2))
        {
            parsed.AddError($"--scale {token.Value}: write two whole numbers from 0 to {AnswerScale.HighestBound}, for example 1-10 or CODE=0-10.");
        }
    });

    /// <summary>All of them.</summary>
    public Option[] Options => [_with, _wave, _between, _weight, _id, _scale];

    /// <summary>Which of them go together.</summary>
    public void Check(CommandResult parsed, Option file, Option items)
    {
        if (!AnalysisSource.Has(parsed, file))
        {
            return;
        }

        if (AnalysisSource.Has(parsed, _with) == AnalysisSource.Has(parsed, _wave))
        {
            parsed.AddError("Give --with FILE or --wave COLUMN; one of them.");
        }

        if (AnalysisSource.Has(parsed, _between) && (!AnalysisSource.Has(parsed, _wave) || parsed.GetValue(_between)?.Split(',').Length != 2))
        {
            parsed.AddError("--between goes with --wave and names two of its values: OLD,NEW.");
        }

        if (!AnalysisSource.Has(parsed, items))
        {
            parsed.AddError("--items is missing: a file does not say which of its columns are ratings.");
        }
    }

    /// <summary>Reads the files and compares.</summary>
    public async Task<Result<ComparisonDocument>> CompareAsync(
        ParseResult parsed, FileInfo file, IReadOnlyList<string> items, PValueAdjustment adjust, ChangeMargin margin, CancellationToken cancellationToken)
    {
        var current = await AnalysisOutput.ReadAsync(file, cancellationToken);
        var previous = parsed.GetValue(_with) is { } with ? await AnalysisOutput.ReadAsync(with, cancellationToken) : default(Result<DataFile>?);
        if (!current.IsSuccess || previous is { IsSuccess: false })
        {
            return Result<ComparisonDocument>.Failed([.. current.Errors, .. previous?.Errors ?? []]);
        }

        var scales = (parsed.GetValue(_scale) ?? []).Select(text => text.Split('=')).ToLookup(parts => parts.Length == 2);
        return CompareFiles.Execute(new(current.Value, items)
        {
            Previous = previous?.Value,
            WaveColumn = parsed.GetValue(_wave),
            Between = parsed.GetValue(_between)?.Split(',', StringSplitOptions.TrimEntries) is [var old, var @new] ? (old, @new) : null,
            Weight = parsed.GetValue(_weight),
            Id = parsed.GetValue(_id),
            Scale = scales[false].Select(parts => ScaleOf(parts[0])).LastOrDefault(AnswerScale.OneToSeven),
            Scales = scales[true].GroupBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
                .ToDictionary(parts => parts.Key, parts => ScaleOf(parts.Last()[1]), StringComparer.OrdinalIgnoreCase),
            Adjust = adjust,
            Margin = margin,
        });
    }

    private static AnswerScale ScaleOf(string text) => AnswerScale.TryParse(text, out var scale) ? scale : AnswerScale.OneToSeven;
}
