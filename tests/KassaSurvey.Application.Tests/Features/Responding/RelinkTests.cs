using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Responding;

/// <summary>
/// Plays somebody who holds the whole database and wants to know who answered what: every column that hangs on a member against every
/// column that hangs on a response, by equal values and by order.
/// </summary>
public sealed class RelinkTests
{
    private const int Members = 60;

    /// <summary>
    /// By chance one of any number of members is matched rightly on average; more than this happens once in a million tries. Some hundred
    /// pairs of columns are tried.
    /// </summary>
    private const int MostByChance = 9;

    [Fact]
    public async Task Database_AfterSubmission_MatchesMembersToResponsesNoBetterThanChance()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var truth = await AnswerAsync(bench);
        var dump = await bench.Database.DumpAsync();
        var invitations = dump["Invitations"].ToDictionary(row => (long)row["Id"], row => (long)row["MemberId"]);
        var memberColumns = ColumnsOf(dump, row => row.TryGetValue("MemberId", out var member) ? (long)member
            : row.TryGetValue("InvitationId", out var invitation) ? invitations[(long)invitation] : null, "Members");
        var responseColumns = ColumnsOf(dump, row => row.TryGetValue("ResponseId", out var response) ? (long)response : null, "Responses")
            // What is copied from the member on purpose, and said in docs/privacy.md.
            .Where(column => column.Name != "Responses.Segments").ToList();
        Assert.Contains(memberColumns, column => column.Name == "Invitations.Id");
        Assert.Contains(responseColumns, column => column.Name == "Responses.ReceiptHash");

        foreach (var ofMembers in memberColumns)
        {
            foreach (var ofResponses in responseColumns)
            {
                Assert.True(ByOrder(ofMembers, ofResponses, truth) <= MostByChance, $"{ofMembers.Name} orders as {ofResponses.Name} does");
                Assert.True(ByValue(ofMembers, ofResponses, truth) <= MostByChance, $"{ofMembers.Name} tells {ofResponses.Name}");
            }
        }

        // The attack works where there is something to find: before submission the invitation names the response.
        Assert.Equal(Members, ByValue(new("tie", truth.ToDictionary(pair => pair.Key, pair => $"{pair.Value}")), responseColumns.Single(column => column.Name == "Responses.Id"), truth));
        Assert.All(dump["Invitations"], row => Assert.Equal(DBNull.Value, row["OpenResponseId"]));
    }

    /// <returns>The response of each member: what the attacker does not know.</returns>
    private static async Task<Dictionary<long, long>> AnswerAsync(RespondingBench bench)
    {
        var random = new Random(8);
        var tokens = new List<string>();
        for (var member = 0; member < Members; member++)
        {
            tokens.Add(await bench.InviteAsync($"{member:000}", new Segment("region", $"Region {member % 3}")));
        }

        foreach (var token in tokens)
        {
            await bench.StartAsync(token, Languages.All[random.Next(4)]);
            await bench.SaveAsync(token, 2, ("OVERALL", $"{random.Next(1, 8)}"));
        }

        var truth = (await bench.InvitationsAsync()).ToDictionary(row => row.MemberId.Value, row => row.OpenResponseId!.Value.Value);
        foreach (var token in tokens)
        {
            await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("BG_STATUS", "FULL"), ("OPEN_DEV", $"Text {random.Next()}"));
        }

        return truth;
    }

    /// <summary>Each column as one text for each subject; of several rows the sorted list, and how many they are.</summary>
    private static List<Column> ColumnsOf(
        SortedDictionary<string, List<Dictionary<string, object>>> dump, Func<Dictionary<string, object>, long?> subject, string own)
    {
        var columns = new List<Column>();
        foreach (var (table, rows) in dump)
        {
            var subjects = rows.Select((row, place) => (Row: row, Place: place, Of: table == own ? (long)row["Id"] : subject(row)))
                .Where(row => row.Of is not null).ToList();
            if (subjects.Count == 0)
            {
                continue;
            }

            // The order in which the table gives its rows is a column too.
            columns.Add(new($"{table} (order)", subjects.DistinctBy(row => row.Of).ToDictionary(row => row.Of!.Value, row => $"{row.Place:000000}")));
            columns.AddRange(rows[0].Keys.Select(name => new Column(
                $"{table}.{name}",
                subjects.GroupBy(row => row.Of!.Value).ToDictionary(group => group.Key, group => string.Join('|', group.Select(row => Text(row.Row[name])).Order())))));
        }

        return columns;
    }

    private static string Text(object value) => value switch
    {
        long number => $"{number:0000000000000000000}",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => $"{value}",
    };

    private static int ByOrder(Column members, Column responses, Dictionary<long, long> truth)
    {
        // Equal values are put in an order that has nothing to do with either side.
        var random = new Random(1);
        var left = members.Values.OrderBy(pair => pair.Value, StringComparer.Ordinal).ThenBy(_ => random.Next()).Select(pair => pair.Key).ToList();
        var right = responses.Values.OrderBy(pair => pair.Value, StringComparer.Ordinal).ThenBy(_ => random.Next()).Select(pair => pair.Key).ToList();
        var forward = left.Zip(right).Count(pair => truth[pair.First] == pair.Second);
        right.Reverse();
        return Math.Max(forward, left.Zip(right).Count(pair => truth[pair.First] == pair.Second));
    }

    /// <summary>Members with one response of the same value, and the right one.</summary>
    private static int ByValue(Column members, Column responses, Dictionary<long, long> truth)
    {
        var holders = responses.Values.ToLookup(pair => pair.Value.TrimStart('0'), pair => pair.Key);
        return members.Values.Count(pair => holders[pair.Value.TrimStart('0')].ToList() is [var only] && truth[pair.Key] == only);
    }

    private sealed record Column(string Name, IReadOnlyDictionary<long, string> Values);
}
