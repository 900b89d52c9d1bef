using System.Globalization;
using KassaSurvey.Domain.Analysis.Drivers;

namespace KassaSurvey.Web.Components.Dashboards.Priorities;

/// <summary>
/// Where the boxes and arrows of a path model lie: each box one column to the right of the last that leads to it; arrows that pass a
/// column go round it, over the top and below in turn.
/// </summary>
public sealed record PathDrawing(string Size, IReadOnlyList<PathDrawing.Box> Boxes, IReadOnlyList<PathDrawing.Line> Lines)
{
    /// <summary>A box's width.</summary>
    public const int BoxWidth = 152;

    /// <summary>A box's height.</summary>
    public const int BoxHeight = 64;

    private const int ColumnStep = 244;
    private const int RowStep = 88;
    private const int Border = 4;
    private const int DetourHeight = 44;

    /// <summary>Places a model's parts.</summary>
    public static PathDrawing Of(PathPicture picture)
    {
        var columns = Columns(picture);
        var tallest = columns.GroupBy(pair => pair.Value).Max(column => column.Count());
        var detours = picture.Arrows.Where(arrow => columns[arrow.Target] - columns[arrow.Source] > 1).ToList();
        double top = detours.Count > 0 ? DetourHeight : 0;
        double bottom = detours.Count > 1 ? DetourHeight : 0;
        var height = (2 * Border) + top + bottom + (tallest * RowStep) - (RowStep - BoxHeight);
        var middle = Border + top + (((tallest * RowStep) - (RowStep - BoxHeight)) / 2.0);
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        foreach (var column in picture.Nodes.GroupBy(node => columns[node.Code]))
        {
            PathNode[] nodes = [.. column];
            var first = middle - (((nodes.Length * RowStep) - (RowStep - BoxHeight)) / 2.0);
            for (var row = 0; row < nodes.Length; row++)
            {
                boxes[nodes[row].Code] = new(nodes[row], Border + (column.Key * ColumnStep), first + (row * RowStep));
            }
        }

        var width = (2 * Border) + (columns.Values.Max() * ColumnStep) + BoxWidth;
        return new(
            $"0 0 {width} {Text(height)}",
            [.. picture.Nodes.Select(node => boxes[node.Code])],
            [.. picture.Arrows.Select(arrow => LineOf(arrow, boxes[arrow.Source], boxes[arrow.Target], detours.IndexOf(arrow), height))]);
    }

    /// <summary>A coordinate as SVG reads it.</summary>
    public static string Text(double coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Columns(PathPicture picture)
    {
        var columns = picture.Nodes.ToDictionary(node => node.Code, _ => 0, StringComparer.Ordinal);
        // No arrow leads in a circle, so as many passes as there are boxes settle the longest way to each.
        for (var pass = 0; pass < columns.Count; pass++)
        {
            foreach (var arrow in picture.Arrows)
            {
                columns[arrow.Target] = Math.Max(columns[arrow.Target], columns[arrow.Source] + 1);
            }
        }

        return columns;
    }

    private static Line LineOf(PathArrow arrow, Box source, Box target, int detour, double height)
    {
        var (fromX, fromY) = (source.X + BoxWidth, source.Y + (BoxHeight / 2.0));
        var (toX, toY) = (target.X - 5, target.Y + (BoxHeight / 2.0));
        if (detour < 0)
        {
            // Nearer to the target, where arrows from one box have spread and arrows into one box have not yet met.
            var share = source.Y.Equals(target.Y) ? 0.46 : 0.55;
            return new(arrow, $"M{Text(fromX)} {Text(fromY)}L{Text(toX)} {Text(toY)}", fromX + ((toX - fromX) * share), fromY + ((toY - fromY) * share));
        }

        var isOver = detour % 2 == 0;
        var edge = isOver ? Border + 8.0 : height - Border - 8;
        var (startX, startY) = (source.X + (BoxWidth * 0.6), isOver ? source.Y : source.Y + BoxHeight);
        var (endX, endY) = (target.X + (BoxWidth * 0.4), isOver ? target.Y - 5 : target.Y + BoxHeight + 5);
        var path = $"M{Text(startX)} {Text(startY)}C{Text(startX)} {Text(edge)} {Text(startX + 40)} {Text(edge)} {Text(startX + 90)} {Text(edge)}"
            + $"L{Text(endX - 90)} {Text(edge)}C{Text(endX - 40)} {Text(edge)} {Text(endX)} {Text(edge)} {Text(endX)} {Text(endY)}";
        return new(arrow, path, (startX + endX) / 2, edge);
    }

    /// <summary>A box and its upper left corner.</summary>
    public sealed record Box(PathNode Node, double X, double Y);

    /// <summary>An arrow, its path and the middle of its label.</summary>
    public sealed record Line(PathArrow Arrow, string Path, double LabelX, double LabelY)
    {
        /// <summary>Whether the coefficient's interval leaves its direction open.</summary>
        public bool IsUnsure => Arrow.Coefficient.Interval.Contains(0);

        /// <summary>The line's width: the stronger, the wider.</summary>
        public string Width => Text(1.5 + (6 * Math.Min(1, Math.Abs(Arrow.Coefficient.Value))));
    }
}
