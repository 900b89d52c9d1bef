using System.Globalization;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>The demonstration fund's members whom nobody has asked yet: something to draw a sample from. A few cannot be asked, as everywhere.</summary>
internal static class DemonstrationRegister
{
    private const int Members = 2400;
    private const ulong Seed = 5_080;

    private static readonly string[] Channels = ["phone", "message", "phone", "e-mail", "chat"];

    /// <summary>Adds them inside the current transaction.</summary>
    public static async Task AddAsync(IKassaDatabase database, KassaDbContext db, Fund fund, DateOnly today, CancellationToken cancellationToken)
    {
        var random = new SeededGenerator(Seed);
        var people = new DemonstrationGenerator(new Questionnaire([]), Seed).People(Members);
        var members = new List<Member>(Members);
        for (var i = 0; i < people.Length; i++)
        {
            var member = Member.Create(
                fund.Id, string.Create(CultureInfo.InvariantCulture, $"R{20_001 + i}"), people[i].Language, null,
                random.NextInt(25) == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"register{i + 1}@example.org"));
            foreach (var (name, value) in people[i].Segments)
            {
                member.Assign(new(name, value));
            }

            member.Serve(today.AddDays(-random.NextInt(540)), Channels[random.NextInt(Channels.Length)]);
            Settle(member, random.NextInt(200), today);
            members.Add(member);
        }

        await database.BulkInsertAsync(db, members, cancellationToken);
        await database.BulkInsertAsync(db, members.SelectMany(member => member.Segments).ToList(), cancellationToken);
    }

    private static void Settle(Member member, int chance, DateOnly today)
    {
        switch (chance)
        {
            case 0:
                member.Stand(MemberStanding.Deceased);
                break;
            case 1:
                member.Stand(MemberStanding.Protected);
                break;
            case < 6:
                member.Stand(MemberStanding.Left, today.AddDays(-30));
                break;
            case < 9:
                member.Refuse(ContactChannels.All);
                break;
        }
    }
}
