namespace KassaSurvey.Infrastructure.Exports.Spss;

/// <summary>Cases in the format's compression by bytes: eight codes, then the numbers that no code stands for.</summary>
internal sealed class SpssCases(BinaryWriter writer)
{
    /// <summary>What is added to a whole number to make its code.</summary>
    public const double Bias = 100;

    private const byte HighestCode = 251;
    private const byte AsNumber = 253;
    private const byte SystemMissing = 255;

    private readonly byte[] _codes = new byte[8];
    private readonly double[] _numbers = new double[8];
    private int _count;
    private int _numberCount;

    /// <summary>Adds the next value; NaN is the missing value of the system.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            _codes[_count++] = SystemMissing;
        }
        else if (value + Bias is >= 1 and <= HighestCode && Math.Floor(value).Equals(value))
        {
            _codes[_count++] = (byte)(value + Bias);
        }
        else
        {
            _codes[_count++] = AsNumber;
            _numbers[_numberCount++] = value;
        }

        if (_count == _codes.Length)
        {
            Flush();
        }
    }

    /// <summary>Writes what is left.</summary>
    public void End()
    {
        if (_count > 0)
        {
            Flush();
        }
    }

    private void Flush()
    {
        // Nothing follows a last short block: its rest is the padding code, 0.
        _codes.AsSpan(_count).Clear();
        writer.Write(_codes);
        for (var i = 0; i < _numberCount; i++)
        {
            writer.Write(_numbers[i]);
        }

        (_count, _numberCount) = (0, 0);
    }
}
