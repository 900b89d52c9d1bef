namespace KassaSurvey.Statistics.Descriptive;

/// <summary>A coded byte column and the values of it that are valid.</summary>
/// <param name="Values">One value per row; read only.</param>
/// <param name="Low">Lowest valid value.</param>
/// <param name="High">Highest valid value.</param>
public readonly record struct RangeColumn(byte[] Values, byte Low, byte High);
