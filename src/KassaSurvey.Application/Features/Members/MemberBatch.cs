using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Compares some thousand rows of a member file with the members that are there, and writes what differs.</summary>
internal sealed class MemberBatch(IKassaDatabase database, KassaDbContext db, Fund fund, bool write, Action<int, RowOutcome>? told = null)
{
    private readonly List<Member> _fresh = [];
    private readonly List<MemberId> _divided = [];
    private readonly List<MemberSegment> _segments = [];

    /// <summary>Members who were not there, so far.</summary>
    public int Added => Counts.Added;

    /// <summary>Members who were there with other data, so far.</summary>
    public int Changed => Counts.Changed;

    /// <summary>Members who were there with the same data, so far.</summary>
    public int Unchanged => Counts.Unchanged;

    /// <summary>All three; set back when a batch could not be committed.</summary>
    public (int Added, int Changed, int Unchanged) Counts { get; set; }

    /// <summary>Takes the rows; each member number stands among them once.</summary>
    public async Task TakeAsync(IReadOnlyCollection<MemberRow> rows, CancellationToken cancellationToken)
    {
        _fresh.Clear();
        _divided.Clear();
        _segments.Clear();
        var numbers = rows.Select(row => row.Number).ToList();
        var found = db.Members.Where(member => member.FundId == fund.Id && EF.Parameter(numbers).Contains(member.Number));
        var held = new Dictionary<string, Member>(StringComparer.OrdinalIgnoreCase);
        await foreach (var member in found.AsTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            held[member.Number] = member;
        }

        var divided = held.Count == 0 || rows.All(row => row.Segments.IsEmpty) ? [] : await SegmentsAsync(found, cancellationToken);
        foreach (var row in rows)
        {
            if (held.TryGetValue(row.Number, out var member))
            {
                Update(row, member, divided.GetValueOrDefault(member.Id) ?? []);
            }
            else
            {
                Add(row);
            }
        }

        if (write)
        {
            await WriteAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private static async Task<Dictionary<MemberId, Dictionary<string, string>>> SegmentsAsync(
        IQueryable<Member> members, CancellationToken cancellationToken)
    {
        var segments = new Dictionary<MemberId, Dictionary<string, string>>();
        var rows = members.SelectMany(member => member.Segments).AsNoTracking();
        await foreach (var segment in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!segments.TryGetValue(segment.MemberId, out var ofMember))
            {
                segments[segment.MemberId] = ofMember = new(StringComparer.OrdinalIgnoreCase);
            }

            ofMember[segment.Name] = segment.Value;
        }

        return segments;
    }

    private void Add(MemberRow row)
    {
        var member = Member.Create(fund.Id, row.Number, row.Language ?? fund.DefaultLanguage);
        row.WriteTo(member);
        _fresh.Add(member);
        _segments.AddRange(row.Segments.Where(segment => segment.Value.Length > 0)
            .Select(segment => new MemberSegment(member.Id, segment.Name, segment.Value)));
        Counts = Counts with { Added = Added + 1 };
        told?.Invoke(row.Line, RowOutcome.Added);
    }

    private void Update(MemberRow row, Member member, Dictionary<string, string> segments)
    {
        row.WriteTo(member);
        var entry = db.Entry(member);
        entry.DetectChanges();
        var moves = row.Segments.Any(segment => segment.Value != segments.GetValueOrDefault(segment.Name, ""));
        if (moves)
        {
            foreach (var segment in row.Segments)
            {
                segments[segment.Name] = segment.Value;
            }

            _divided.Add(member.Id);
            _segments.AddRange(segments.Where(segment => segment.Value.Length > 0)
                .Select(segment => new MemberSegment(member.Id, segment.Key, segment.Value)));
        }

        if (moves || entry.State == EntityState.Modified)
        {
            Counts = Counts with { Changed = Changed + 1 };
            told?.Invoke(row.Line, RowOutcome.Changed);
        }
        else
        {
            Counts = Counts with { Unchanged = Unchanged + 1 };
            told?.Invoke(row.Line, RowOutcome.Unchanged);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (_divided.Count > 0)
        {
            await db.Set<MemberSegment>().Where(segment => EF.Parameter(_divided).Contains(segment.MemberId)).ExecuteDeleteAsync(cancellationToken);
        }

        await database.BulkInsertAsync(db, _fresh, cancellationToken);
        await database.BulkInsertAsync(db, _segments, cancellationToken);
    }
}
