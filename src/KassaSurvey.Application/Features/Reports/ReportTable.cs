using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>A column of a report's table.</summary>
/// <param name="Key">Its name for machines, the same in every language.</param>
/// <param name="Title">Its heading.</param>
public sealed record ReportColumn(string Key, string Title)
{
    /// <summary>True for text: left-aligned and wide.</summary>
    public bool IsText { get; init; }

    /// <summary>For a column of intervals: the headings of its two ends.</summary>
    public (string Lower, string Upper)? Ends { get; init; }
}

/// <summary>A table of a report.</summary>
/// <param name="Key">Its name for machines.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a cell per column.</param>
public sealed record ReportTable(
    string Key, string Title, ImmutableArray<ReportColumn> Columns, ImmutableArray<ImmutableArray<ReportCell>> Rows)
{
    /// <summary>The table with these columns only, in this order; columns it does not have are left out.</summary>
    public ReportTable Select(params ReadOnlySpan<string> keys)
    {
        var places = new List<int>();
        foreach (var key in keys)
        {
            if (PlaceOf(key) is >= 0 and var place)
            {
                places.Add(place);
            }
        }

        return this with
        {
            Columns = [.. places.Select(place => Columns[place])],
            Rows = [.. Rows.Select(row => places.Select(place => row[place]).ToImmutableArray())],
        };
    }

    /// <summary>The table with each interval as two columns of numbers: for formats whose cells hold one number.</summary>
    public ReportTable WithSplitIntervals() => this with
    {
        Columns = [.. Columns.SelectMany(Split)],
        Rows = [.. Rows.Select(row => row.SelectMany((cell, place) => Split(cell, Columns[place])).ToImmutableArray())],
    };

    /// <summary>The table with each note in brackets after the name: a column of its own would be empty on most pages.</summary>
    public ReportTable WithNotesInNames()
    {
        var (name, note) = (PlaceOf("name"), PlaceOf("note"));
        return name < 0 || note < 0 ? this : this with { Rows = [.. Rows.Select(Merged)] };

        ImmutableArray<ReportCell> Merged(ImmutableArray<ReportCell> row) =>
            row[note] is ReportCell.Text remark && row[name] is ReportCell.Text text
                ? row.SetItem(name, ReportCell.Of($"{text.Value} ({remark.Value})"))
                : row;
    }

    /// <summary>Tables one below the other: every column that any of them has, and nothing where a table lacks it.</summary>
    public static ReportTable Stack(string key, string title, params ReadOnlySpan<ReportTable> tables)
    {
        var columns = new List<ReportColumn>();
        foreach (var column in tables.ToArray().SelectMany(table => table.Columns))
        {
            if (!columns.Exists(known => known.Key == column.Key))
            {
                columns.Add(column);
            }
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<ReportCell>>();
        foreach (var table in tables)
        {
            int[] places = [.. columns.Select(column => table.PlaceOf(column.Key))];
            rows.AddRange(table.Rows.Select(row => places.Select(place => place < 0 ? ReportCell.Nothing : row[place]).ToImmutableArray()));
        }

        return new(key, title, [.. columns], rows.ToImmutable());
    }

    /// <summary>True when a figure in it has few answers behind it.</summary>
    public bool HasFew => Rows.Any(row => row.Any(cell => cell is ReportCell.Number { IsFew: true }));

    /// <summary>The table as several, each with the first column and at most so many of the others, as evenly as can be.</summary>
    public IEnumerable<ReportTable> WithColumnsAtMost(int most)
    {
        var others = Columns.Length - 1;
        var tables = (others + most - 1) / most;
        return tables == 0 ? [] : Columns.Skip(1).Select(column => column.Key).Chunk((others + tables - 1) / tables).Select(keys => Select([Columns[0].Key, .. keys]));
    }

    private int PlaceOf(string key)
    {
        for (var place = 0; place < Columns.Length; place++)
        {
            if (Columns[place].Key == key)
            {
                return place;
            }
        }

        return -1;
    }

    private static IEnumerable<ReportColumn> Split(ReportColumn column) => column.Ends is { } ends
        ? [new(column.Key + "_low", ends.Lower), new(column.Key + "_high", ends.Upper)]
        : [column];

    private static IEnumerable<ReportCell> Split(ReportCell cell, ReportColumn column) => (column.Ends, cell) switch
    {
        (null, _) => [cell],
        (_, ReportCell.Interval interval) =>
            [ReportCell.Of(interval.Lower, interval.Decimals, interval.Style), ReportCell.Of(interval.Upper, interval.Decimals, interval.Style)],
        _ => [cell, cell],
    };
}
