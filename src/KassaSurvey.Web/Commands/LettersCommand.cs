using System.CommandLine;
using System.Text;
using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>letters</c>: writes the codes that a wave's letters print, for the fund's own letter printing.</summary>
public static class LettersCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var fund = new Option<string>("--fund") { Description = "Key of the fund.", Required = true };
        var survey = new Option<string>("--survey") { Description = "Key of the survey.", Required = true };
        var year = new Option<int>("--year") { Description = "The wave's year.", Required = true };
        var file = new Option<FileInfo>("--out") { Description = "The CSV file to write; an existing one is replaced. It opens surveys: keep it as you keep the letters.", HelpName = "FILE", Required = true };
        var command = new Command("letters", "Write member number, language and code of every invited member without an answer. Again: the same codes.") { fund, survey, year, file };
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async (services, token) =>
            {
                var letters = await services.GetRequiredService<PrepareLetters>().ExecuteAsync(
                    Viewer.Operator, new(parsed.GetRequiredValue(fund), parsed.GetRequiredValue(survey), parsed.GetRequiredValue(year)), token);
                if (!letters.IsSuccess)
                {
                    await Console.Error.WriteLineAsync(ErrorLines.Of(letters.Errors));
                    return CommandLine.Failed;
                }

                await OutputFile.ReplaceAsync(parsed.GetRequiredValue(file).FullName, output => WriteAsync(letters.Value, output, token));
                await Console.Error.WriteLineAsync($"{letters.Value.Count} letters.");
                return CommandLine.Done;
            },
            cancellation));
        return command;
    }

    private static async Task WriteAsync(IReadOnlyList<PrepareLetters.Letter> letters, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteLineAsync("member,language,code");
        foreach (var letter in letters)
        {
            await writer.WriteLineAsync($"{Quoted(letter.Member)},{letter.Language},{letter.Code}".AsMemory(), cancellationToken);
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
