namespace KassaSurvey.Statistics.Design;

/// <summary>The weighted shares of two crossed variables, and the contrasts that are 0 when they are independent.</summary>
internal sealed class ContingencyTable
{
    private readonly int[] cellOfRow;
    private readonly double[] shares;
    private readonly double weight;

    private ContingencyTable(int[] cellOfRow, double[] shares, double weight, long n, int rowCount, int columnCount)
    {
        this.cellOfRow = cellOfRow;
        this.shares = shares;
        this.weight = weight;
        N = n;
        RowCount = rowCount;
        ColumnCount = columnCount;
    }

    public long N { get; }

    public int RowCount { get; }

    public int ColumnCount { get; }

    /// <summary>Pearson's statistic of the shares × N.</summary>
    public double ChiSquared
    {
        get
        {
            var rowShares = new double[RowCount];
            var columnShares = new double[ColumnCount];
            for (var cell = 0; cell < shares.Length; cell++)
            {
                rowShares[cell / ColumnCount] += shares[cell];
                columnShares[cell % ColumnCount] += shares[cell];
            }

            var sum = 0.0;
            for (var cell = 0; cell < shares.Length; cell++)
            {
                var expected = rowShares[cell / ColumnCount] * columnShares[cell % ColumnCount];
                sum += (shares[cell] - expected) * (shares[cell] - expected) / expected;
            }

            return N * sum;
        }
    }

    public static ContingencyTable Of(ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        var rowIndex = new Dictionary<int, int>();
        var columnIndex = new Dictionary<int, int>();
        var n = 0L;
        var total = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && columns[i] >= 0 && weights[i] > 0)
            {
                rowIndex.TryAdd(rows[i], rowIndex.Count);
                columnIndex.TryAdd(columns[i], columnIndex.Count);
                n++;
                total += weights[i];
            }
        }

        var cells = new int[rows.Length];
        var shares = new double[rowIndex.Count * columnIndex.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var isUsed = rows[i] >= 0 && columns[i] >= 0 && weights[i] > 0;
            cells[i] = isUsed ? (rowIndex[rows[i]] * columnIndex.Count) + columnIndex[columns[i]] : -1;
            if (isUsed)
            {
                shares[cells[i]] += weights[i] / total;
            }
        }

        return new ContingencyTable(cells, shares, total, n, rowIndex.Count, columnIndex.Count);
    }

    /// <summary>The linearised variable of contrast k of the shares, each divided by its own size.</summary>
    public double[] Influence(int k)
    {
        var influence = new double[cellOfRow.Length];
        for (var i = 0; i < influence.Length; i++)
        {
            influence[i] = cellOfRow[i] < 0 ? 0 : Contrast(k, cellOfRow[i]) / (shares[cellOfRow[i]] * weight);
        }

        return influence;
    }

    /// <summary>The covariance two contrasts would have in a simple random sample.</summary>
    public double SimpleCovariance(int k, int l)
    {
        var sum = 0.0;
        for (var cell = 0; cell < shares.Length; cell++)
        {
            sum += shares[cell] > 0 ? Contrast(k, cell) * Contrast(l, cell) / shares[cell] / N : 0;
        }

        return sum;
    }

    // The indicator of a cell without what its row and column explain on an even grid.
    private double Contrast(int k, int cell)
    {
        var row = (k / (ColumnCount - 1)) + 1;
        var column = (k % (ColumnCount - 1)) + 1;
        return ((cell / ColumnCount == row ? 1.0 : 0) - (1.0 / RowCount)) * ((cell % ColumnCount == column ? 1.0 : 0) - (1.0 / ColumnCount));
    }
}
