using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KassaSurvey.Web.Commands;

/// <summary>What an analysis verb reads: a year of the database, or an analyst's own file. Exactly one of the two.</summary>
public sealed class AnalysisSource
{
    /// <summary>Said in the help of each such verb.</summary>
    public const string Disclosure =
        " Figures of the database pass the disclosure rule of the fund; a file is yours: nothing of it is stored and nothing is hidden.";

    private readonly Option[] _ofWave;

    /// <summary>Makes the options.</summary>
    public AnalysisSource() => _ofWave = [Fund, Survey, Year];

    /// <summary>The fund.</summary>
    public Option<string?> Fund { get; } = new("--fund") { Description = "Key of the fund." };

    /// <summary>The survey.</summary>
    public Option<string?> Survey { get; } = new("--survey") { Description = "Key of the survey." };

    /// <summary>The year.</summary>
    public Option<int?> Year { get; } = new("--year") { Description = "Reporting year." };

    /// <summary>The file.</summary>
    public Option<FileInfo> File { get; } = new Option<FileInfo>("--file")
    {
        Description = "A CSV file in UTF-8 with a heading, instead of a year of the database.", HelpName = "FILE",
    }.AcceptExistingOnly();

    /// <summary>Adds the options.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="alone">Options that are a source of their own, or none.</param>
    /// <param name="onlyWave">Options that mean something for a wave only.</param>
    /// <param name="onlyFile">Options that mean something for a file only.</param>
    public void AddTo(Command command, Option[] alone, Option[] onlyWave, Option[] onlyFile)
    {
        foreach (var option in new[] { Fund, Survey, Year, (Option)File }.Concat(alone).Concat(onlyWave).Concat(onlyFile))
        {
            command.Options.Add(option);
        }

        command.Validators.Add(parsed =>
        {
            var (file, wave, other) = (Has(parsed, File), _ofWave.Any(option => Has(parsed, option)), alone.Any(option => Has(parsed, option)));
            if (new[] { file, wave, other }.Count(has => has) != 1)
            {
                parsed.AddError($"Give --fund, --survey and --year, or --file{(alone.Length > 0 ? ", or counts" : "")}; one of them.");
                return;
            }

            foreach (var missing in _ofWave.Where(option => wave && !Has(parsed, option)))
            {
                parsed.AddError($"{missing.Name} is missing.");
            }

            foreach (var strange in (wave ? onlyFile : file ? onlyWave : onlyFile.Concat(onlyWave)).Where(option => Has(parsed, option)))
            {
                parsed.AddError($"{strange.Name} does not go with {(wave ? "--fund" : file ? "--file" : "counts")}.");
            }
        });
    }

    /// <summary>True when the option stands on the command line.</summary>
    public static bool Has(CommandResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Reads a number with a point.</summary>
    public static double ReadNumber(ArgumentResult argument, Func<double, bool> isGood, string explanation)
    {
        var text = argument.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !isGood(number))
        {
            argument.AddError($"{text}: {explanation}");
        }

        return number;
    }
}
