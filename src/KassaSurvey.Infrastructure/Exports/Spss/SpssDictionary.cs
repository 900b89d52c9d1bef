using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Spss;

/// <summary>The dictionary of a system file: everything before the cases.</summary>
internal static class SpssDictionary
{
    private const int LongestLabel = 255;
    private const int LongestValueLabel = 120;
    private const int DocumentLine = 80;
    private const string Utf8 = "UTF-8";

    /// <summary>Writes it.</summary>
    public static void Write(BinaryWriter writer, AnswerSet answers, int cases, string checksum)
    {
        var variables = answers.Variables;
        var names = SpssNames.Of(variables.Select(variable => variable.Name));
        Header(writer, answers, cases);
        for (var i = 0; i < variables.Length; i++)
        {
            Variable(writer, variables[i], answers.TellsMissing, i);
        }

        for (var i = 0; i < variables.Length; i++)
        {
            ValueLabels(writer, variables[i], answers, i + 1);
        }

        Document(writer, [answers.Title, $"Data version {answers.DataVersion}", $"{cases} rows", $"SHA-256 of the rows as CSV: {checksum}"]);
        MachineInfo(writer);
        Information(writer, 11, 4, [.. variables.SelectMany(variable => new[] { (int)variable.Measure, 8, 1 }).SelectMany(BitConverter.GetBytes)]);
        Information(writer, 13, 1, Encoding.UTF8.GetBytes(string.Join('\t', names.Select((name, i) => $"{ShortName(i)}={name}"))));
        Information(writer, 16, 8, [.. BitConverter.GetBytes(1L), .. BitConverter.GetBytes((long)cases)]);
        Information(writer, 20, 1, Encoding.ASCII.GetBytes(Utf8));
        writer.Write(999);
        writer.Write(0);
    }

    private static void Header(BinaryWriter writer, AnswerSet answers, int cases)
    {
        writer.Write(Padded("$FL2", 4));
        writer.Write(Padded("@(#) SPSS DATA FILE KassaSurvey", 60));
        writer.Write(2);
        writer.Write(answers.Variables.Length);
        writer.Write(1);
        writer.Write(answers.Variables.Select((variable, i) => variable.IsWeight ? i + 1 : 0).LastOrDefault());
        writer.Write(cases);
        writer.Write(SpssCases.Bias);
        writer.Write(Padded(answers.GeneratedOn.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9));
        writer.Write(Padded("00:00:00", 8));
        writer.Write(Padded(answers.Title, 64));
        writer.Write(new byte[3]);
    }

    private static void Variable(BinaryWriter writer, ResponseVariable variable, bool tellsMissing, int place)
    {
        var missing = !tellsMissing || variable is not { IsCoded: true, IsQuestion: true } ? 0 : variable.AllowsCantSay ? 2 : 1;
        var decimals = variable.Decimals;
        var format = (5 << 16) | (8 << 8) | decimals;
        writer.Write(2);
        writer.Write(0);
        writer.Write(variable.Label.Length > 0 ? 1 : 0);
        writer.Write(missing);
        writer.Write(format);
        writer.Write(format);
        writer.Write(Padded(ShortName(place), 8));
        if (variable.Label.Length > 0)
        {
            var label = Cut(variable.Label, LongestLabel);
            writer.Write(label.Length);
            writer.Write(label);
            writer.Write(new byte[(4 - (label.Length % 4)) % 4]);
        }

        ReadOnlySpan<double> reasons = [ResponseValues.NotAsked, ResponseValues.CantSay];
        foreach (var reason in reasons[..missing])
        {
            writer.Write(reason);
        }
    }

    private static void ValueLabels(BinaryWriter writer, ResponseVariable variable, AnswerSet answers, int place)
    {
        if (answers.NamesOf(variable) is not { Count: > 0 } values)
        {
            return;
        }

        writer.Write(3);
        writer.Write(values.Count);
        foreach (var value in values)
        {
            var label = Cut(value.Label, LongestValueLabel);
            writer.Write(value.Value);
            writer.Write((byte)label.Length);
            writer.Write(label);
            writer.Write(new byte[7 - (label.Length % 8)]);
        }

        writer.Write(4);
        writer.Write(1);
        writer.Write(place);
    }

    /// <summary>Lines that programs show with the file.</summary>
    private static void Document(BinaryWriter writer, IReadOnlyList<string> lines)
    {
        writer.Write(6);
        writer.Write(lines.Count);
        foreach (var line in lines)
        {
            writer.Write(Padded(line, DocumentLine));
        }
    }

    private static void MachineInfo(BinaryWriter writer)
    {
        // Version 1.0.0, no machine code, IEEE numbers, compression by bytes, little-endian, UTF-8.
        Information(writer, 3, 4, [.. new[] { 1, 0, 0, -1, 1, 1, 2, 65001 }.SelectMany(BitConverter.GetBytes)]);
        Information(writer, 4, 8, [.. new[] { -double.MaxValue, double.MaxValue, Math.BitIncrement(-double.MaxValue) }.SelectMany(BitConverter.GetBytes)]);
    }

    private static void Information(BinaryWriter writer, int kind, int size, byte[] content)
    {
        writer.Write(7);
        writer.Write(kind);
        writer.Write(size);
        writer.Write(content.Length / size);
        writer.Write(content);
    }

    private static string ShortName(int place) => string.Create(CultureInfo.InvariantCulture, $"V{place + 1}");

    private static byte[] Padded(string text, int length)
    {
        var padded = new byte[length];
        padded.AsSpan().Fill((byte)' ');
        Cut(text, length).CopyTo(padded, 0);
        return padded;
    }

    /// <summary>A text in as many bytes as fit, no letter cut in two, an ellipsis where it ends early: the codebook has it whole.</summary>
    private static byte[] Cut(string text, int longest)
    {
        if (Encoding.UTF8.GetByteCount(text) <= longest)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var end = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(end.ToString()) + letter.Utf8SequenceLength + 3 > longest)
            {
                break;
            }

            end.Append(letter);
        }

        return Encoding.UTF8.GetBytes(end.Append('…').ToString());
    }
}
