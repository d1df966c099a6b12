using TransformingLives.Benchmarks;

return args switch
{
    ["budgets"] => BudgetsBenchmark.Run(),
    ["calibration"] => CalibrationBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("What to measure: budgets or calibration");
    return 2;
}
