from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from rooms.models import TrtcReport


class Command(BaseCommand):
    help = "Prints yesterday's join problems"

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=1)

    def handle(self, *args, **options):
        since = timezone.now() - timedelta(days=options["days"])
        qs = TrtcReport.objects.filter(created__gte=since)
        joins = qs.filter(code=16388)
        net = qs.filter(code__in=[16385, 16390, 16460])
        rest = qs.exclude(code=16461)[:5000]
        self.stdout.write(f"join: {joins.count()}  network: {net.count()}  rest: {len(rest)}")
