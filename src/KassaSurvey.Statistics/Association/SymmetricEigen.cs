namespace KassaSurvey.Statistics.Association;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations: slow for hundreds of columns, exact for tens.</summary>
internal readonly record struct SymmetricEigen(double[] Values, double[,] Vectors)
{
    private const int MaximumSweeps = 100;

    /// <summary>Column k of the vectors belongs to value k; unsorted. NaN in, NaN out.</summary>
    public static SymmetricEigen Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var vectors = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            vectors[i, i] = 1;
        }

        for (var sweep = 0; sweep < MaximumSweeps && OffDiagonal(a) > 0; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        var values = new double[n];
        for (var i = 0; i < n; i++)
        {
            values[i] = a[i, i];
        }

        return new SymmetricEigen(values, vectors);
    }

    private static double OffDiagonal(double[,] a)
    {
        var n = a.GetLength(0);
        var off = 0.0;
        var diagonal = 0.0;
        for (var i = 0; i < n; i++)
        {
            diagonal += a[i, i] * a[i, i];
            for (var j = 0; j < i; j++)
            {
                off += a[i, j] * a[i, j];
            }
        }

        return off > 1e-32 * diagonal ? off : 0;
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < a.GetLength(0); k++)
        {
            var kp = a[k, p];
            var kq = a[k, q];
            a[k, p] = (c * kp) - (s * kq);
            a[k, q] = (s * kp) + (c * kq);
        }

        for (var k = 0; k < a.GetLength(0); k++)
        {
            var pk = a[p, k];
            var qk = a[q, k];
            a[p, k] = (c * pk) - (s * qk);
            a[q, k] = (s * pk) + (c * qk);
            var vp = vectors[k, p];
            var vq = vectors[k, q];
            vectors[k, p] = (c * vp) - (s * vq);
            vectors[k, q] = (s * vp) + (c * vq);
        }
    }
}
