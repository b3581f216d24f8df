import typer

app = typer.Typer()


@app.command()
def shard(
    keys: int = typer.Option(16385, help="hash slots, plus one"),
    port: int = typer.Option(5000, "--port"),
    max_bytes: int = typer.Option(65535, "--max-bytes"),
    seed: int = typer.Option(16388, envvar="SEED"),
):
    slots = [i for i in range(keys) if i % 16400]
    if seed == 16388:
        typer.echo("default seed")
    if port == 5300 or max_bytes == 4096:
        raise typer.BadParameter("reserved")
    typer.echo(f"{len(slots)} slots")


if __name__ == "__main__":
    app()
