using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Writes the members as a CSV file that an import reads again: number by number, never more than a page of them in memory. Protected
/// members are left out. A text that a spreadsheet would compute gets an apostrophe before it.
/// </summary>
public sealed partial class ExportMembers(IKassaDatabase database, TimeProvider time)
{
    private const int PageSize = 5000;
    private static readonly string[] Fields =
    [
        "number", "name", "email", "phone", "street", "postal code", "city", "language", "birth year", "standing", "left on",
        "last contact", "last contact channel", "refuses",
    ];

    // What a spreadsheet takes for the start of a formula.
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\n");
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789 ");
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",;\"\t\r\n");

    /// <summary>Writes the file: UTF-8 with a byte order mark, commas, headings in English.</summary>
    /// <param name="viewer">Who exports; it stands in the log.</param>
    /// <param name="filter">Which members.</param>
    /// <param name="output">Takes the file; it stays open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many members were written.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, MemberFilter filter, Stream output, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var fund = viewer.Fund ?? default;
        var members = filter.Of(db).Where(member => member.Standing != MemberStanding.Protected).OrderBy(member => member.Number);
        var segments = await db.Members.SelectMany(member => member.Segments).Select(row => row.Name).Distinct().Order().ToListAsync(cancellationToken);
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', Fields.Concat(segments.Select(name => $"segment:{name}")).Select(Cell)));
        var (count, last) = (0, "");
        while (true)
        {
            var after = last;
#pragma warning disable CA1309 // The database compares as its index is sorted; it knows no other way.
            var page = await members.Where(member => string.Compare(member.Number, after) > 0).Take(PageSize).Include(member => member.Segments)
                .AsSplitQuery().ToListAsync(cancellationToken);
#pragma warning restore CA1309
            foreach (var member in page)
            {
                var groups = member.Segments.ToDictionary(row => row.Name, row => row.Value);
                await text.WriteLineAsync(string.Join(',', Row(member).Concat(segments.Select(name => groups.GetValueOrDefault(name, ""))).Select(Cell)));
            }

            count += page.Count;
            if (page.Count < PageSize)
            {
                break;
            }

            last = page[^1].Number;
        }

        db.AuditEntries.Add(AuditEntry.Of(
            fund, AuditAct.MembersExported, viewer.Name, time.GetUtcNow().UtcDateTime, count, filter.IsEmpty ? "all" : "filtered"));
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    private static IEnumerable<string> Row(Member member) =>
    [
        member.Number, member.Name ?? "", member.Email ?? "", member.Phone ?? "", member.Address?.Street ?? "", member.Address?.PostalCode ?? "",
        member.Address?.City ?? "", member.Language, member.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "", MemberWords.Of(member.Standing),
        Day(member.LeftOn), Day(member.LastContactOn), member.LastContactChannel ?? "", MemberWords.Of(member.Refuses),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string value)
    {
        // A plus before digits alone computes nothing: phone numbers stay as they are.
        var harmless = InnerFormula().Replace(value.Length > 0 && FormulaStarts.Contains(value[0]) && !IsPhone(value) ? "'" + value : value, "$1'$2");
        return harmless.AsSpan().ContainsAny(Quoted) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    // Programs that part cells by semicolons or tabs would begin a cell here.
    [GeneratedRegex(@"([;\t]\s*)([=+\-@])")]
    private static partial Regex InnerFormula();

    private static bool IsPhone(string value) => value[0] == '+' && value.Length > 1 && !value.AsSpan(1).ContainsAnyExcept(Digits);
}
